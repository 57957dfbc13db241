package org.dvrsim.datapath;

import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * A question or answer about which MAC address an IP address has: ARP, or neighbour solicitation
 * and advertisement of IPv6.
 *
 * @param reply whether this is an answer
 * @param sender the IP address of who sends this; 0.0.0.0 in a probe
 * @param target the address asked about; in an answer the address of who is answered, for IPv6 the
 *     address asked about
 */
public record ArpMessage(
    boolean reply, MacAddress senderMac, IpAddress sender, MacAddress targetMac, IpAddress target) {
  /** Returns the answer to this question by who has {@code mac}. */
  ArpMessage answeredBy(MacAddress mac) {
    return new ArpMessage(
        true,
        /* senderMac= */ mac,
        /* sender= */ target,
        /* targetMac= */ senderMac,
        /* target= */ sender);
  }

  /** Tells whether this says who has {@code address}. */
  public boolean isAnswerFor(IpAddress address) {
    return reply && sender.equals(address);
  }

  /** Tells whether a host announces its own address with this. */
  public boolean isGratuitous() {
    return sender.equals(target);
  }
}
