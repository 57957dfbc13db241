package org.dvrsim.agent;

/**
 * lp-1549311, repaired in 1cea77b0 (2016-03-23): what keeps internal traffic from the floating IPs'
 * translation was written when the link was made, and neither after a restart nor when the floating
 * IPs were gone.
 *
 * <p>Symptom: after a restart instances see each other's floating IPs.
 */
final class Lp1549311RulesWithLinkAlone extends DvrNatRules {
  Lp1549311RulesWithLinkAlone(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.natRules.become(Lp1549311RulesWithLinkAlone::new);
  }

  @Override
  void handleRouterSnatRules() {}
}
