package org.dvrsim.agent;

/**
 * lp-1891673, repaired in 5eca44bf (2020-08-18): after a restart the rules of floating IPs were not
 * known.
 *
 * <p>Symptom: they stay when the floating IPs go.
 */
final class Lp1891673RulesNotRemembered extends DvrFloatingIps {
  Lp1891673RulesNotRemembered(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.dvrFloatingIps.become(Lp1891673RulesNotRemembered::new);
  }

  @Override
  void loadUsedFipInformation() {}
}
