package org.dvrsim.datapath;

import org.dvrsim.net.MacAddress;

/**
 * Whom a frame is for, as the receiving device sees it.
 *
 * <p>Models: net/ethernet/eth.c:eth_type_trans()
 */
enum FrameType {
  HOST,
  BROADCAST,
  MULTICAST,
  OTHER_HOST;

  static FrameType of(MacAddress destination, MacAddress own) {
    if (destination.isMulticast()) {
      return destination.equals(MacAddress.BROADCAST) ? BROADCAST : MULTICAST;
    }
    return destination.equals(own) ? HOST : OTHER_HOST;
  }
}
