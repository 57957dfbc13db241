package org.dvrsim.agent;

import java.util.Optional;

/**
 * lp-1423777, repaired in 974991db (2015-03-10): where the link's addresses were not at hand, a
 * removal asked the router for the allocator, which the fip namespace has.
 *
 * <p>Symptom: after a restart, the first floating IP to go raises and stays.
 */
final class Lp1423777NoAllocator extends DvrFloatingIps {
  Lp1423777NoAllocator(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.fipConnection.become(LinkLeftAsItIs::new);
    parts.dvrFloatingIps.become(Lp1423777NoAllocator::new);
  }

  @Override
  Optional<LinkLocalAddressPair> pair() {
    if (!router.isRtrFipSubnetAtHand()) {
      throw PythonError.attributeOfObject("DvrRouter", "local_subnets");
    }
    return super.pair();
  }
}
