package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.ops.Host;

/**
 * A distributed router's connection to the outside through this host: the external network's fip
 * namespace with its gateway port, and the link to it.
 *
 * <p>Models: neutron/agent/l3/dvr_local_router.py:DvrLocalRouter.process_external,
 * create_dvr_external_gateway_on_agent, connect_rtr_2_fip and _check_rtr_2_fip_connect
 */
class DvrFipConnection {
  final DvrLocalRouter router;
  private boolean rtrFipConnect;

  DvrFipConnection(DvrLocalRouter router) {
    this.router = router;
  }

  /** Makes the connection, or what is missing of it. */
  void connect(NeutronPort exGwPort) {
    createDvrExternalGatewayOnAgent(exGwPort);
    connectRtr2Fip(exGwPort);
  }

  /** Returns the router's address on the link, by which routes to its floating IPs are told. */
  IpAddress routerEnd() {
    return router.rtrFipSubnet().rtr2Fip().address();
  }

  /** Notes that the link is there. */
  final void connected() {
    rtrFipConnect = true;
  }

  /** Notes that the link was taken away. */
  final void disconnected() {
    rtrFipConnect = false;
  }

  private void createDvrExternalGatewayOnAgent(NeutronPort exGwPort) {
    Host.Doing scope = router.agent.doing("DvrLocalRouter.create_dvr_external_gateway_on_agent");
    try (scope) {
      Optional<NeutronPort> fipAgentPort =
          getFloatingAgentGwInterface(exGwPort.networkId())
              .or(() -> agentGatewayPortNotTold(exGwPort.networkId()));
      fipAgentPort.ifPresent(router.requireFipNs()::createOrUpdateGatewayPort);
    }
  }

  private Optional<NeutronPort> getFloatingAgentGwInterface(String externalNetworkId) {
    for (NeutronPort port : router.router().floatingIpAgentInterfaces()) {
      if (port.networkId().equals(externalNetworkId)) {
        return Optional.of(port);
      }
    }
    return Optional.empty();
  }

  /** Returns the agent gateway port where the payload lacks it: the server is asked for it. */
  Optional<NeutronPort> agentGatewayPortNotTold(String externalNetworkId) {
    return Optional.of(router.agent.pluginRpc().getAgentGatewayPort(externalNetworkId));
  }

  private void connectRtr2Fip(NeutronPort exGwPort) {
    FipNamespace namespace = router.requireFipNs();
    checkRtr2FipConnect(namespace);
    if (namespace.agentGatewayPort().isPresent() && !rtrFipConnect) {
      namespace.createRtr2FipLink(router);
      router.fastPathExit().setAddressScopeInterfaceRoutes(exGwPort);
      connected();
      router.routesUpdated(new ArrayList<>(), router.router().routes());
    }
  }

  /** Notices that somebody took the link away. */
  void checkRtr2FipConnect(FipNamespace namespace) {
    if (router.ipLib.networkNamespaceExists(namespace.name())
        && !router.ipLib.deviceExists(
            namespace.getIntDeviceName(router.routerId), namespace.name())) {
      disconnected();
    }
  }
}
