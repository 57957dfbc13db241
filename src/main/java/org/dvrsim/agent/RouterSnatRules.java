package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;

/**
 * The SNAT rules of a router's gateway, written to the manager of the namespace that has it.
 *
 * <p>Models: neutron/agent/l3/router_info.py:RouterInfo._add_snat_rules, _empty_snat_chains and the
 * rules they add
 */
class RouterSnatRules {
  private static final String ADD_SNAT = "RouterInfo._add_snat_rules";

  final RouterInfo router;
  private final String ingressMark;

  RouterSnatRules(RouterInfo router) {
    this.router = router;
    this.ingressMark = router.agentConf.externalIngressMark().toString();
  }

  /** Empties the chains that {@link #addSnatRules} and its callers fill. */
  static void emptySnatChains(IptablesManager iptables) {
    iptables.ipv4("nat").emptyChain("POSTROUTING");
    iptables.ipv4("nat").emptyChain("snat");
    iptables.ipv4("mangle").emptyChain("mark");
    iptables.ipv4("mangle").emptyChain("POSTROUTING");
  }

  /** Models: _handle_router_snat_rules, as a router with a {@code qg-} device has it. */
  void handleRouterSnatRules(Optional<NeutronPort> exGwPort, Optional<IfName> interfaceName) {
    emptySnatChains(router.iptablesManager);
    router
        .iptablesManager
        .ipv4("nat")
        .by("RouterInfo._handle_router_snat_rules")
        .addRule("snat", "-j $float-snat");
    addSnatRules(exGwPort, router.iptablesManager, interfaceName);
  }

  /** Adds the rules for the first IPv4 address of the gateway port. */
  void addSnatRules(
      Optional<NeutronPort> exGwPort, IptablesManager iptables, Optional<IfName> interfaceName) {
    router.addressScopes.processExternalPortAddressScopeRouting(iptables);
    if (exGwPort.isEmpty()) {
      return;
    }
    for (FixedIp fixedIp : exGwPort.get().fixedIps()) {
      if (fixedIp.ipAddress().isV4()) {
        addSnatRules(fixedIp.ipAddress(), iptables, interfaceName.get());
        return;
      }
    }
  }

  private void addSnatRules(IpAddress exGwIp, IptablesManager iptables, IfName interfaceName) {
    IptablesTable nat = iptables.ipv4("nat");
    if (router.isSnatEnabled()) {
      nat.by(ADD_SNAT)
          .addRule(
              "snat", "-o " + interfaceName + " -j SNAT --to-source " + exGwIp + randomFully());
    }
    exemptInternalTraffic(nat, interfaceName);
    serveFloatingIpsFromInside(iptables, exGwIp, interfaceName);
  }

  /** Keeps traffic between internal networks from SNAT. */
  void exemptInternalTraffic(IptablesTable nat, IfName interfaceName) {
    ChainRule rule = preventSnatForInternalTrafficRule(interfaceName);
    nat.by(ADD_SNAT).addRule(rule.chain(), rule.rule());
  }

  /** Translates what an internal network sends to a floating IP on one. */
  void serveFloatingIpsFromInside(
      IptablesManager iptables, IpAddress exGwIp, IfName interfaceName) {
    IptablesTable nat = iptables.ipv4("nat");
    // Replies to floating IPs come back through the router, to be un-DNATed.
    nat.by(ADD_SNAT)
        .addRule(
            "snat",
            "-m mark ! --mark "
                + ingressMark
                + " -m conntrack --ctstate DNAT -j SNAT --to-source "
                + exGwIp
                + randomFully());
    iptables
        .ipv4("mangle")
        .by(ADD_SNAT)
        .addRule("mark", "-i " + interfaceName + " -j MARK --set-xmark " + ingressMark);
  }

  /** Models: _prevent_snat_for_internal_traffic_rule */
  static ChainRule preventSnatForInternalTrafficRule(IfName interfaceName) {
    return new ChainRule(
        "POSTROUTING", "! -o " + interfaceName + " -m conntrack ! --ctstate DNAT -j ACCEPT");
  }

  final String randomFully() {
    return router.iptablesManager.randomFully() ? " --random-fully" : "";
  }
}
