package org.dvrsim.agent;

/**
 * lp-1928466, repaired in 7b59b506 (2021-05-18): a new interface's neighbours lacked the allowed
 * address pairs.
 *
 * <p>Symptom: an instance's further addresses have no entry.
 */
final class Lp1928466PairsLeftOut extends DvrArpEntries {
  Lp1928466PairsLeftOut(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.arpEntries.become(Lp1928466PairsLeftOut::new);
  }

  @Override
  void addAllowedAddressPairs(NeutronPort port, NeutronSubnet subnet, Target target) {}
}
