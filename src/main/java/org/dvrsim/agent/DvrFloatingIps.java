package org.dvrsim.agent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;
import org.dvrsim.ops.Host;

/**
 * The floating IPs of a distributed router on this host: for each a rule in the router's namespace
 * that sends what its fixed address sends to the fip namespace, and a route there that leads back.
 *
 * <p>Models: neutron/agent/l3/dvr_local_router.py:DvrLocalRouter.floating_ip_added_dist and its kin
 */
class DvrFloatingIps {
  final DvrLocalRouter router;
  private final Map<IpAddress, Held> floatingIpsDict = new LinkedHashMap<>();

  DvrFloatingIps(DvrLocalRouter router) {
    this.router = router;
  }

  /** What is remembered of a floating IP: its fixed address and its rule's priority. */
  record Held(IpAddress fixedIp, FipPriority rulePriority) {}

  /**
   * Remembers the rules of the payload's floating IPs after a start, from the state file; adds a
   * rule for one that the file does not know.
   *
   * <p>Defect: rules that nobody remembers are to be deleted, but their table's text is compared
   * with a number, so none ever is.
   *
   * <p>Models: _load_used_fip_information, _cleanup_unused_fip_ip_rules
   */
  void loadUsedFipInformation() {
    Optional<NeutronPort> exGwPort = router.getExGwPort();
    if (exGwPort.isEmpty()) {
      return;
    }
    FipNamespace fipNs = router.agent.dvr().getFipNs(exGwPort.get().networkId());
    try {
      for (FloatingIp fip : router.getFloatingIps()) {
        loadUsedFipInformation(fip, fipNs);
      }
    } finally {
      router.agent.dvr().forgetIfUnused(fipNs);
    }
  }

  private void loadUsedFipInformation(FloatingIp fip, FipNamespace fipNs) {
    IpAddress floating = fip.floatingIpAddress();
    IpAddress fixed = fip.fixedIpAddress();
    Optional<FipPriority> known = fipNs.lookupRulePriority(floating);
    FipPriority priority = known.orElseGet(() -> fipNs.allocateRulePriority(floating));
    if (known.isEmpty()) {
      router
          .agent
          .hostAccess()
          .doing("DvrLocalRouter._load_used_fip_information", () -> addRule(fixed, priority));
    }
    floatingIpsDict.put(floating, new Held(fixed, priority));
  }

  /** Configures a floating IP where it belongs: on this host, centralised, or not here. */
  FloatingIpStatus floatingIpAddedDist(FloatingIp fip) {
    IpInterface fipCidr = RouterFloatingIps.cidrOf(fip);
    if (fip.dvrSnatBound()) {
      return router.addCentralizedFloatingip(fip, fipCidr);
    }
    if (!isBoundToHost(fip) || !hasOutside()) {
      return FloatingIpStatus.NONE;
    }
    Host.Doing scope = router.agent.doing("DvrLocalRouter.floating_ip_added_dist");
    try (scope) {
      addHere(fip, fipCidr);
    }
    return FloatingIpStatus.ACTIVE;
  }

  /** Tells whether floating IPs may be put into effect on this host. */
  boolean hasOutside() {
    return !router.isNoExternal();
  }

  private void addHere(FloatingIp fip, IpInterface fipCidr) {
    FipNamespace fipNs = router.requireFipNs();
    addFloatingIpRule(fip);
    LinkLocalAddressPair pair = pairForRoute();
    IpDevice device = router.ipLib.device(fipNs.getIntDeviceName(router.routerId), fipNs.name());
    device.route().addRoute(fipCidr.network(), pair.rtr2Fip().address());
    IfName gatewayDevice =
        fipNs.getExtDeviceName(fipNs.agentGatewayPort().orElseThrow(PythonError::indexOfNone).id());
    router.ipLib.sendIpAddrAdvNotif(fipNs.name(), gatewayDevice, fip.floatingIpAddress());
  }

  /** Returns the addresses of the link over which a floating IP is reached. */
  LinkLocalAddressPair pairForRoute() {
    return router.rtrFipSubnet();
  }

  /** Models: _check_if_floatingip_bound_to_host */
  boolean isBoundToHost(FloatingIp fip) {
    return fip.host().filter(router.host::equals).isPresent()
        || fip.destHost().filter(router.host::equals).isPresent();
  }

  private void addFloatingIpRule(FloatingIp fip) {
    FipPriority priority = router.requireFipNs().allocateRulePriority(fip.floatingIpAddress());
    floatingIpsDict.put(fip.floatingIpAddress(), new Held(fip.fixedIpAddress(), priority));
    addRule(fip.fixedIpAddress(), priority);
  }

  private void addRule(IpAddress fixedIp, FipPriority priority) {
    router.ipLib.addIpRule(
        router.nsName, hostCidr(fixedIp), FipNamespace.FIP_RT_TBL, priority.toLong());
  }

  /**
   * Deletes a floating IP's rule and gives its priority back.
   *
   * <p>Defect: what was remembered stays; a second removal deletes a rule that may have been given
   * to another floating IP meanwhile.
   */
  private void removeFloatingIpRule(IpAddress floatingIp) {
    Held held = floatingIpsDict.get(floatingIp);
    if (held == null) {
      ruleUnknown(floatingIp);
      return;
    }
    router.ipLib.deleteIpRule(
        router.nsName,
        hostCidr(held.fixedIp()),
        FipNamespace.FIP_RT_TBL,
        held.rulePriority().toLong());
    router.requireFipNs().deallocateRulePriority(floatingIp);
  }

  /** Passes over a floating IP of which no rule is remembered. */
  void ruleUnknown(IpAddress floatingIp) {}

  private static IpInterface hostCidr(IpAddress address) {
    return new IpInterface(address, address.family().bits());
  }

  /**
   * Takes a floating IP away; returns the device whose connections through it are to be ended, if
   * there is one.
   */
  Optional<IpDevice> floatingIpRemovedDist(IpInterface fipCidr) {
    if (router.getCentralizedFipCidrSet().contains(fipCidr)) {
      router.removeCentralizedFloatingip(fipCidr);
      return Optional.empty();
    }
    Host.Doing scope = router.agent.doing("DvrLocalRouter.floating_ip_removed_dist");
    try (scope) {
      FipNamespace fipNs = router.requireFipNs();
      IfName fip2RtrName = fipNs.getIntDeviceName(router.routerId);
      Optional<LinkLocalAddressPair> pair = pair();
      if (pair.isEmpty()) {
        return Optional.empty();
      }
      removeFloatingIpRule(fipCidr.address());
      IpDevice device = router.ipLib.device(fip2RtrName, fipNs.name());
      device.route().deleteRoute(fipCidr.network(), pair.get().rtr2Fip().address());
      return Optional.of(device);
    }
  }

  /** Returns the addresses of the link to the fip namespace if there is one. */
  Optional<LinkLocalAddressPair> pair() {
    return router.knownRtrFipSubnet();
  }

  /** Ends the connections through a floating IP that was taken away. */
  void endConnections(IpDevice fip2RtrDevice, IpInterface fipCidr) {
    fip2RtrDevice.deleteConntrackState(fipCidr);
  }

  /** Takes a floating IP that was centralised to this host. */
  FloatingIpStatus migrateCentralized(FloatingIp fip) {
    floatingIpRemovedDist(RouterFloatingIps.cidrOf(fip));
    return floatingIpAddedDist(fip);
  }

  /** Follows a floating IP from one fixed address to another: a new rule. */
  void floatingIpMovedDist(FloatingIp fip) {
    Host.Doing scope = router.agent.doing("DvrLocalRouter.floating_ip_moved_dist");
    try (scope) {
      removeFloatingIpRule(fip.floatingIpAddress());
      addFloatingIpRule(fip);
    }
  }
}
