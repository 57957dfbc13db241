package org.dvrsim.agent;

import java.util.List;

/**
 * lp-1462154, repaired in a388f78c (2016-05-24): a floating IP was translated whatever device its
 * packets came in by.
 *
 * <p>Symptom: what an instance sends to a floating IP of its own router goes round the fip
 * namespace.
 */
final class Lp1462154DnatFromAnywhere extends DvrNatRules {
  Lp1462154DnatFromAnywhere(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.natRules.become(Lp1462154DnatFromAnywhere::new);
  }

  @Override
  List<ChainRule> floatingForwardRules(FloatingIp fip) {
    return super.floatingForwardRules(fip).isEmpty()
        ? List.of()
        : FloatingIpRules.onGateway(fip, router.iptablesManager.randomFully());
  }
}
