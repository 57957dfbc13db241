package org.dvrsim.agent;

/**
 * 2412ca01 (2016-04-06): in every router's namespace what was sent to floating IPs from inside was
 * translated to the gateway's address, which all hosts share.
 *
 * <p>Symptom: answers go to whichever host has the gateway.
 */
final class Commit2412ca01GatewayAddressInRouter extends DvrNatRules {
  Commit2412ca01GatewayAddressInRouter(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.natRules.become(Commit2412ca01GatewayAddressInRouter::new);
  }

  @Override
  void handleRouterSnatRules() {
    super.handleRouterSnatRules();
    if (router.getFloatingIps().isEmpty() || router.getExGwPort().isEmpty()) {
      return;
    }
    for (FixedIp fixedIp : router.getExGwPort().get().fixedIps()) {
      if (fixedIp.ipAddress().isV4()) {
        router
            .iptablesManager
            .ipv4("nat")
            .by("DvrLocalRouter._handle_router_snat_rules")
            .addRule(
                "snat",
                "-m mark ! --mark "
                    + router.agentConf.externalIngressMark()
                    + " -m conntrack --ctstate DNAT -j SNAT --to-source "
                    + fixedIp.ipAddress());
        return;
      }
    }
  }
}
