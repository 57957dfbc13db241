package org.dvrsim.agent;

/**
 * lp-1933092, repaired in be7d0bb6 (2021-07-02): a SNAT port that is not bound yet had no neighbour
 * entry.
 *
 * <p>Symptom: what is redirected to it waits for an answer that does not come.
 */
final class Lp1933092SnatPortLeftOut extends DvrArpEntries {
  Lp1933092SnatPortLeftOut(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.arpEntries.become(Lp1933092SnatPortLeftOut::new);
  }

  @Override
  void addSnatPorts(NeutronSubnet subnet, Target target) {}
}
