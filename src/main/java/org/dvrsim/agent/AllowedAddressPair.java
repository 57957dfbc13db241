package org.dvrsim.agent;

import java.util.Objects;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.MacAddress;

/**
 * An address that a port may also send from: an element of the payload's {@code
 * allowed_address_pairs}.
 *
 * @param ipAddress an address, or a network with its length
 */
public record AllowedAddressPair(IpInterface ipAddress, MacAddress macAddress) {
  /** Checks that both are given. */
  public AllowedAddressPair {
    Objects.requireNonNull(ipAddress);
    Objects.requireNonNull(macAddress);
  }

  /** Tells whether this is a single address. */
  public boolean isHost() {
    return ipAddress.length() == ipAddress.family().bits();
  }
}
