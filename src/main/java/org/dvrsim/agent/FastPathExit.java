package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;

/**
 * The way out of networks that are in the external network's address scope: straight through the
 * fip namespace, without SNAT.
 *
 * <p>Models: neutron/agent/l3/dvr_local_router.py:DvrLocalRouter, the methods about interface
 * routes in the fip namespace and routing rules in the router namespace
 */
class FastPathExit {
  /** The one priority of all these rules. */
  static final long FAST_PATH_EXIT_PR = 80000;

  private final DvrLocalRouter router;

  FastPathExit(DvrLocalRouter router) {
    this.router = router;
  }

  /**
   * Tells whether an internal port is in an address scope of the external network. A port with an
   * IPv6 subnet is taken never to be, as the fip namespace has no IPv6.
   *
   * <p>Models: _check_if_address_scopes_match
   */
  static boolean checkIfAddressScopesMatch(NeutronPort internalPort, NeutronPort exGwPort) {
    if (RouterInternalPorts.portHasIpv6Subnet(internalPort)) {
      return false;
    }
    Optional<String> scope = internalPort.addressScopes().v4();
    return scope.isPresent()
        && (scope.equals(exGwPort.addressScopes().v4())
            || scope.equals(exGwPort.addressScopes().v6()));
  }

  /** Adds the ways out for all internal ports. */
  void setAddressScopeInterfaceRoutes(NeutronPort exGwPort) {
    for (NeutronPort port : router.internalPorts()) {
      if (checkIfAddressScopesMatch(port, exGwPort)) {
        add(port);
      }
    }
  }

  /** Adds the way out for one internal port. */
  void add(NeutronPort port) {
    for (NeutronSubnet subnet : port.subnets()) {
      router.ipLib.addIpRule(
          router.nsName, asInterface(subnet), FipNamespace.FIP_RT_TBL, FAST_PATH_EXIT_PR);
    }
    addInterfaceRouteToFipNs(port);
  }

  private void addInterfaceRouteToFipNs(NeutronPort port) {
    IpAddress via = rtr2FipIp();
    fipDevice()
        .ifPresent(
            device -> {
              for (NeutronSubnet subnet : port.subnets()) {
                device.route().addRoute(subnet.cidr(), via);
              }
            });
  }

  /** Takes the way out for one internal port away: first the routes back to it. */
  void remove(NeutronPort port) {
    IpAddress via = rtr2FipIp();
    fipDevice()
        .ifPresent(
            device -> {
              for (NeutronSubnet subnet : port.subnets()) {
                device.route().deleteRoute(subnet.cidr(), via);
              }
            });
    for (NeutronSubnet subnet : port.subnets()) {
      router.ipLib.deleteIpRule(
          router.nsName, asInterface(subnet), FipNamespace.FIP_RT_TBL, FAST_PATH_EXIT_PR);
    }
  }

  private IpAddress rtr2FipIp() {
    return router.rtrFipSubnet().rtr2Fip().address();
  }

  /** Returns the fip namespace's end of the link to the router, if it is there. */
  private Optional<IpDevice> fipDevice() {
    FipNamespace fipNs = router.requireFipNs();
    if (!router.ipLib.networkNamespaceExists(fipNs.name())) {
      return Optional.empty();
    }
    IpDevice device = router.ipLib.device(fipNs.getIntDeviceName(router.routerId), fipNs.name());
    return device.exists() ? Optional.of(device) : Optional.empty();
  }

  private static IpInterface asInterface(NeutronSubnet subnet) {
    return new IpInterface(subnet.cidr().address(), subnet.cidr().length());
  }
}
