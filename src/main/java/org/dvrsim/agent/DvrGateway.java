package org.dvrsim.agent;

import java.util.Optional;

/**
 * What a distributed router's gateway means to its own namespace: the redirection to the
 * centralised SNAT, and the link to the fip namespace, which goes with the gateway.
 *
 * <p>Models: neutron/agent/l3/dvr_local_router.py:DvrLocalRouter.external_gateway_added and
 * external_gateway_removed
 */
class DvrGateway {
  final DvrLocalRouter router;

  DvrGateway(DvrLocalRouter router) {
    this.router = router;
  }

  /** Follows a gateway that is new. */
  void added(NeutronPort exGwPort) {
    router.ipLib.sysctl(router.nsName, "net.ipv4.conf.all.send_redirects", "0");
    router.snatRedirect().enableSnatRedirectRules(exGwPort);
    router.arpEntries().addSnatPorts();
  }

  /** Follows a gateway that is gone, or whose SNAT is. */
  void removed(NeutronPort exGwPort) {
    router.processFloatingIpNatRules();
    fipNsToLeave().ifPresent(fipNs -> disconnect(exGwPort, fipNs));
    if (isRedirectionOver()) {
      router.snatRedirect().disableSnatRedirectRules(exGwPort);
    }
  }

  /** Returns the fip namespace to which the router may be connected. */
  Optional<FipNamespace> fipNsToLeave() {
    return router.fipNs();
  }

  /** Tells whether nothing is to be redirected any more: not if only the SNAT moved. */
  boolean isRedirectionOver() {
    return router.getExGwPort().isEmpty();
  }

  /** Takes the floating IPs and the link to the fip namespace away. */
  final void disconnect(NeutronPort exGwPort, FipNamespace fipNs) {
    router.floatingIps.processFloatingIpAddresses(router.getExternalDeviceInterfaceName(exGwPort));
    fipNs.deleteRtr2FipLink(router);
    router.fipConnection().disconnected();
  }
}
