package org.dvrsim.agent;

/**
 * lp-1793527, repaired in ee7660f5 (2018-10-06): a host without external networks translated
 * floating IPs, and so did the router's namespace those that the SNAT's translates.
 *
 * <p>The other half, the rules on hosts that stand by, concerns highly available routers.
 *
 * <p>Symptom: rules in the router's namespace that answer for what is elsewhere.
 */
final class Lp1793527FloatingIpsWithoutOutside {
  private Lp1793527FloatingIpsWithoutOutside() {}

  static void into(AgentParts parts) {
    parts.natRules.become(NatRules::new);
    parts.dvrFloatingIps.become(FloatingIps::new);
  }

  private static final class NatRules extends DvrNatRules {
    NatRules(DvrLocalRouter router) {
      super(router);
    }

    @Override
    boolean isTranslatedHere(FloatingIp fip) {
      return true;
    }
  }

  private static final class FloatingIps extends DvrFloatingIps {
    FloatingIps(DvrLocalRouter router) {
      super(router);
    }

    @Override
    boolean hasOutside() {
      return true;
    }
  }
}
