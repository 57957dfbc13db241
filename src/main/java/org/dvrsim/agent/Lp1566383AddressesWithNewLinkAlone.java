package org.dvrsim.agent;

import org.dvrsim.net.IpInterface;

/**
 * lp-1566383, repaired in a47d2294 (2016-05-06): the link's ends got their addresses only when the
 * link was made.
 *
 * <p>Symptom: a link whose making was interrupted stays without addresses.
 */
final class Lp1566383AddressesWithNewLinkAlone extends RtrFipLink {
  Lp1566383AddressesWithNewLinkAlone(FipNamespace fipNs) {
    super(fipNs);
  }

  static void into(AgentParts parts) {
    parts.rtrFipLink.become(Lp1566383AddressesWithNewLinkAlone::new);
  }

  @Override
  void addCidrs(
      IpDevice rtr2FipDev,
      IpInterface rtr2Fip,
      IpDevice fip2RtrDev,
      IpInterface fip2Rtr,
      boolean wasThere) {
    if (!wasThere) {
      super.addCidrs(rtr2FipDev, rtr2Fip, fip2RtrDev, fip2Rtr, false);
    }
  }
}
