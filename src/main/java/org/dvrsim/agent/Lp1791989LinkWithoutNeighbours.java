package org.dvrsim.agent;

import org.dvrsim.net.IpInterface;

/**
 * lp-1791989, repaired in ac5815a1 (2018-10-11): the ends of a link had to ask for each other's MAC
 * addresses.
 *
 * <p>Symptom: the namespaces' ARP settings leave the question without an answer now and then.
 */
final class Lp1791989LinkWithoutNeighbours extends RtrFipLink {
  Lp1791989LinkWithoutNeighbours(FipNamespace fipNs) {
    super(fipNs);
  }

  static void into(AgentParts parts) {
    parts.rtrFipLink.become(Lp1791989LinkWithoutNeighbours::new);
  }

  @Override
  void addNeighbours(
      IpDevice rtr2FipDev, IpInterface rtr2Fip, IpDevice fip2RtrDev, IpInterface fip2Rtr) {}
}
