package org.dvrsim.cluster;

import java.util.List;
import java.util.Map;
import org.dvrsim.agent.FloatingIpStatus;
import org.dvrsim.agent.L3PluginApi;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.agent.RpcFailure;

/** The server as one host's agent reaches it. */
final class ServerRpc implements L3PluginApi {
  private final NeutronServer server;
  private final String host;

  ServerRpc(NeutronServer server, String host) {
    this.server = server;
    this.host = host;
  }

  @Override
  public List<NeutronRouter> getRouters(List<String> routerIds) {
    return server.syncRouters(host, routerIds);
  }

  @Override
  public List<String> getRouterIds() {
    return server.routerIds(host);
  }

  @Override
  public List<NeutronPort> getPortsBySubnet(String subnetId) {
    return server.portsBySubnet(subnetId);
  }

  @Override
  public NeutronPort getAgentGatewayPort(String externalNetworkId) {
    return server
        .agentGatewayPort(host, externalNetworkId)
        .orElseThrow(
            () -> new RpcFailure("RemoteError", "no agent gateway port on " + externalNetworkId));
  }

  @Override
  public void updateFloatingipStatuses(String routerId, Map<String, FloatingIpStatus> statuses) {
    statuses.forEach((id, status) -> server.updateFloatingIpStatus(id, status.toString()));
    server.disableDisassociatedFloatingIps(routerId);
  }

  @Override
  public void deleteAgentGatewayPort(String externalNetworkId) {
    server.deleteAgentGatewayPort(host, externalNetworkId);
  }
}
