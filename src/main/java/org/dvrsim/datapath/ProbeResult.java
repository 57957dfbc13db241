package org.dvrsim.datapath;

import org.dvrsim.base.Errno;
import org.dvrsim.net.IcmpMessage;

/**
 * What became of a probe.
 *
 * @param answered whether the answer came back to who sent the probe
 * @param refused why the packet could not be sent, null if it was
 * @param error the first ICMP error that came back, null if none did
 * @param identifier the source port or ICMP identifier of the flow
 * @param request how the request's way ended, null if it could not be sent
 * @param answer how the answer's way ended, null if there was none
 */
public record ProbeResult(
    boolean answered,
    Errno refused,
    IcmpMessage error,
    int identifier,
    PacketEnd request,
    PacketEnd answer) {
  /** Tells whether the request reached its destination. */
  public boolean isDelivered() {
    return request != null && request.how() == Disposition.DELIVERED;
  }
}
