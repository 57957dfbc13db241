package org.dvrsim.agent;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;

/**
 * The rules in a distributed router's namespace that translate this host's floating IPs, and keep
 * everything else from translation.
 *
 * <p>Models: neutron/agent/l3/dvr_local_router.py:DvrLocalRouter._handle_router_snat_rules,
 * floating_forward_rules and floating_mangle_rules
 */
class DvrNatRules {
  final DvrLocalRouter router;

  DvrNatRules(DvrLocalRouter router) {
    this.router = router;
  }

  /** Writes the chains POSTROUTING and snat anew. */
  void handleRouterSnatRules() {
    IptablesTable nat = router.iptablesManager.ipv4("nat");
    nat.by("DvrLocalRouter._handle_router_snat_rules").emptyChain("POSTROUTING");
    nat.emptyChain("snat");
    Optional<IfName> extDevice =
        router.getExGwPort().flatMap(router::getExternalDeviceInterfaceName);
    if (extDevice.isPresent() && !router.getFloatingIps().isEmpty()) {
      nat.addRule("snat", "-j $float-snat");
      ChainRule rule = RouterSnatRules.preventSnatForInternalTrafficRule(extDevice.get());
      nat.addRule(rule.chain(), rule.rule());
    }
  }

  /** Returns the rules that translate a floating IP; none for one that is not served here. */
  List<ChainRule> floatingForwardRules(FloatingIp fip) {
    if (router.fipNs().isEmpty() || !isTranslatedHere(fip)) {
      return List.of();
    }
    return FloatingIpRules.onDevice(
        fip,
        router.fipNs().get().getRtrExtDeviceName(router.routerId),
        router.iptablesManager.randomFully());
  }

  /** Tells whether a floating IP of the payload is translated in the router's own namespace. */
  boolean isTranslatedHere(FloatingIp fip) {
    return !fip.dvrSnatBound() && !router.isNoExternal();
  }

  /** Returns the rules that carry a floating IP's traffic into the scope of its fixed address. */
  List<ChainRule> floatingMangleRules(FloatingIp fip, Fwmark internalMark) {
    Optional<IfName> device =
        router.fipNs().map(namespace -> namespace.getRtrExtDeviceName(router.routerId));
    return device.isEmpty() ? List.of() : FloatingIpRules.mangle(fip, device, internalMark);
  }
}
