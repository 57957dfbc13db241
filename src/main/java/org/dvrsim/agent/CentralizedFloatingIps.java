package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpInterface;
import org.dvrsim.ops.Host;

/**
 * The floating IPs of a distributed router that are served where its SNAT is: addresses on the
 * {@code qg-} device and rules in the snat namespace.
 *
 * <p>Models: neutron/agent/l3/dvr_edge_router.py:DvrEdgeRouter.add_centralized_floatingip and its
 * kin
 */
class CentralizedFloatingIps {
  private static final String FLOATING_IP_TAG = "floating_ip";
  private static final String METHOD =
      "DvrEdgeRouter.process_floating_ip_nat_rules_for_centralized_floatingip";

  final DvrEdgeRouter router;

  CentralizedFloatingIps(DvrEdgeRouter router) {
    this.router = router;
  }

  /** Configures a centralised floating IP. */
  FloatingIpStatus add(FloatingIp fip, IpInterface fipCidr) {
    Optional<IfName> device = gatewayDevice();
    if (device.isEmpty()) {
      return FloatingIpStatus.NONE;
    }
    Host.Doing scope = router.agent.doing("DvrEdgeRouter.add_centralized_floatingip");
    try (scope) {
      try {
        router.ipLib.device(device.get(), router.snatNsName()).addr().add(fipCidr);
      } catch (IpAddressAlreadyExists e) {
        if (!isWelcome(e)) {
          return FloatingIpStatus.ERROR;
        }
      } catch (AgentRuntimeError e) {
        return FloatingIpStatus.ERROR;
      }
      processNatRules();
      announce(device.get(), fip);
      return FloatingIpStatus.ACTIVE;
    }
  }

  /** Tells whether it is fine that the address is there already. */
  boolean isWelcome(IpAddressAlreadyExists error) {
    return true;
  }

  /** Tells the external network where the floating IP is. */
  void announce(IfName device, FloatingIp fip) {
    router.ipLib.sendIpAddrAdvNotif(router.snatNsName(), device, fip.floatingIpAddress());
  }

  /** Takes a centralised floating IP away. */
  void remove(IpInterface fipCidr) {
    Optional<IfName> device = gatewayDevice();
    if (device.isEmpty()) {
      return;
    }
    Host.Doing scope = router.agent.doing("DvrEdgeRouter.remove_centralized_floatingip");
    try (scope) {
      router.ipLib.device(device.get(), router.snatNsName()).deleteAddrAndConntrackState(fipCidr);
      processNatRules();
    }
  }

  private Optional<IfName> gatewayDevice() {
    return router.isThisSnatHost()
        ? router.getExGwPort().map(port -> router.getExternalDeviceName(port.id()))
        : Optional.empty();
  }

  /** Writes the rules of all centralised floating IPs anew and installs them. */
  void processNatRules() {
    IptablesManager iptables =
        router.snatIptablesManager().orElseThrow(() -> PythonError.attributeOfNone("ipv4"));
    IptablesTable nat = iptables.ipv4("nat");
    nat.by(METHOD).clearRulesByTag(FLOATING_IP_TAG);
    for (FloatingIp fip : router.getFloatingIps()) {
      if (fip.dvrSnatBound()) {
        for (ChainRule rule : FloatingIpRules.onGateway(fip, iptables.randomFully())) {
          nat.addRule(rule.chain(), rule.rule(), FLOATING_IP_TAG);
        }
      }
    }
    iptables.apply();
  }

  /** Returns the addresses of the {@code qg-} device: the gateway's and the floating IPs'. */
  PySet<IpInterface> getCentralizedFipCidrSet() {
    Optional<IfName> device = gatewayDevice();
    if (device.isEmpty() || !router.snatNamespace().exists()) {
      return RouterFloatingIps.newCidrSet();
    }
    return RouterInfo.addressesOf(router.ipLib.device(device.get(), router.snatNsName()));
  }
}
