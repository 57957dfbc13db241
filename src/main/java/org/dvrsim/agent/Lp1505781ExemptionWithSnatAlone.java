package org.dvrsim.agent;

import org.dvrsim.net.IfName;

/**
 * lp-1505781, repaired in 4341a4fa (2015-11-10): internal traffic was kept from SNAT only where the
 * gateway has SNAT.
 *
 * <p>Symptom: with SNAT off, instances see each other's floating IPs.
 */
final class Lp1505781ExemptionWithSnatAlone extends RouterSnatRules {
  Lp1505781ExemptionWithSnatAlone(RouterInfo router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.snatRules.become(Lp1505781ExemptionWithSnatAlone::new);
  }

  @Override
  void exemptInternalTraffic(IptablesTable nat, IfName interfaceName) {
    if (router.isSnatEnabled()) {
      super.exemptInternalTraffic(nat, interfaceName);
    }
  }
}
