package org.dvrsim.agent;

import org.dvrsim.net.IpAddress;

/**
 * lp-1367039, repaired in ee4bae21 (2015-01-21): after a restart nothing was known of the floating
 * IPs that were there, but they were taken to be known when they went.
 *
 * <p>Symptom: a floating IP's removal after a restart raises.
 */
final class Lp1367039RulesForgotten extends DvrFloatingIps {
  Lp1367039RulesForgotten(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.dvrFloatingIps.become(Lp1367039RulesForgotten::new);
  }

  @Override
  void loadUsedFipInformation() {}

  @Override
  void ruleUnknown(IpAddress floatingIp) {
    throw PythonError.keyError(floatingIp.toString());
  }
}
