package org.dvrsim.cluster;

import org.dvrsim.datapath.Frame;
import org.dvrsim.net.IpAddress;

/**
 * What keeps an instance from sending with addresses that are not its port's.
 *
 * <p>Models: neutron/agent/linux/openvswitch_firewall/firewall.py:OVSFirewallDriver.
 * _initialize_egress, _initialize_egress_ipv6_icmp: flows that take ARP, IPv4 and IPv6 from a port
 * only with its MAC and one of its IP addresses or allowed address pairs, in IPv6 also the
 * link-local one. Left out: the rules of security groups, which say whom the port may talk to.
 */
final class PortSecurity {
  private PortSecurity() {}

  /** Returns why a port may not send {@code frame}; null if it may. */
  static String refusal(Port port, Frame frame) {
    if (!port.isPortSecurity()) {
      return null;
    }
    IpAddress source = frame.isArp() ? frame.arp().sender() : frame.packet().source();
    if (frame.source().equals(port.mac()) && isOwn(port, source)) {
      return null;
    }
    return "the port of " + port.name() + " is not " + source;
  }

  private static boolean isOwn(Port port, IpAddress source) {
    for (PortAddress fixed : port.fixedIps()) {
      if (fixed.address().equals(source)) {
        return true;
      }
    }
    return port.addressPairs().contains(source)
        || (!source.isV4() && source.equals(port.mac().toLinkLocal()));
  }
}
