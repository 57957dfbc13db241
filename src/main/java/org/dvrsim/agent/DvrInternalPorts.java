package org.dvrsim.agent;

import java.util.Optional;

/**
 * What a distributed router does for an internal port besides plugging it: its neighbours, and the
 * way of its traffic to the outside.
 *
 * <p>Models: neutron/agent/l3/dvr_local_router.py:DvrLocalRouter.internal_network_added,
 * _snat_redirect_add_from_port and _dvr_internal_network_removed
 */
class DvrInternalPorts {
  final DvrLocalRouter router;

  DvrInternalPorts(DvrLocalRouter router) {
    this.router = router;
  }

  /** Follows a port that was just plugged. */
  void added(NeutronPort port) {
    for (NeutronSubnet subnet : port.subnets()) {
      addNeighbours(subnet);
      addFastPathExit(port);
    }
    snatRedirectAddFromPort(port);
  }

  /** Enters the neighbours on a subnet. */
  void addNeighbours(NeutronSubnet subnet) {
    router.arpEntries().setSubnetArpInfo(subnet);
  }

  private void addFastPathExit(NeutronPort port) {
    Optional<NeutronPort> exGwPort = router.getExGwPort();
    if (exGwPort.isPresent() && hasFastPathExit(port, exGwPort.get())) {
      router.fastPathExit().add(port);
    }
  }

  /** Tells whether what a port's networks send leaves through the fip namespace, without SNAT. */
  boolean hasFastPathExit(NeutronPort port, NeutronPort exGwPort) {
    return !router.isNoExternal() && FastPathExit.checkIfAddressScopesMatch(port, exGwPort);
  }

  final void snatRedirectAddFromPort(NeutronPort port) {
    Optional<NeutronPort> exGwPort = router.getExGwPort();
    if (exGwPort.isEmpty() || hasFastPathExit(port, exGwPort.get())) {
      return;
    }
    router
        .getSnatPortForInternalPort(port)
        .ifPresent(
            snatPort ->
                router.snatRedirect().add(snatPort, port, router.getInternalDeviceName(port.id())));
  }

  /**
   * Takes away what leads to a port that is about to go.
   *
   * <p>Defect: neighbour entries that wait for the port's subnets are to be forgotten, but are
   * looked for by the subnet's description instead of its id, so they stay.
   */
  final void removed(NeutronPort port) {
    if (router.exGwPort().isEmpty()) {
      return;
    }
    if (hasFastPathExit(port, router.exGwPort().get())) {
      router.fastPathExit().remove(port);
      return;
    }
    router
        .getKnownSnatPortForInternalPort(port)
        .ifPresent(
            snatPort ->
                router
                    .snatRedirect()
                    .remove(snatPort, port, router.getInternalDeviceName(port.id())));
  }
}
