package org.dvrsim.agent;

/**
 * lp-1515341, repaired in da3de52c (2015-11-11): an addition took the link's addresses to be at
 * hand.
 *
 * <p>Symptom: after a restart, the first floating IP to come has a rule but no route.
 */
final class Lp1515341AddressesNotAtHand extends DvrFloatingIps {
  Lp1515341AddressesNotAtHand(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.fipConnection.become(LinkLeftAsItIs::new);
    parts.dvrFloatingIps.become(Lp1515341AddressesNotAtHand::new);
  }

  @Override
  LinkLocalAddressPair pairForRoute() {
    if (!router.isRtrFipSubnetAtHand()) {
      throw PythonError.attributeOfNone("get_pair");
    }
    return super.pairForRoute();
  }
}
