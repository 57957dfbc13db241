package org.dvrsim.cluster;

import java.util.List;
import java.util.Map;
import org.dvrsim.agent.FloatingIpStatus;
import org.dvrsim.agent.L3PluginApi;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.agent.RpcFailure;
import org.dvrsim.ops.Host;

/** The server as one host's agent reaches it. */
final class ServerRpc implements L3PluginApi {
  private final NeutronServer server;
  private final String host;
  private final Host machine;

  ServerRpc(NeutronServer server, Host machine) {
    this.server = server;
    this.host = machine.name();
    this.machine = machine;
  }

  @Override
  public List<NeutronRouter> getRouters(List<String> routerIds) {
    machine.turns().beforeCall("sync_routers");
    return server.syncRouters(host, routerIds);
  }

  @Override
  public List<String> getRouterIds() {
    machine.turns().beforeCall("get_router_ids");
    return server.routerIds(host);
  }

  @Override
  public List<NeutronPort> getPortsBySubnet(String subnetId) {
    machine.turns().beforeCall("get_ports_by_subnet");
    return server.portsBySubnet(subnetId);
  }

  @Override
  public NeutronPort getAgentGatewayPort(String externalNetworkId) {
    machine.turns().beforeCall("get_agent_gateway_port");
    return server
        .agentGatewayPort(host, externalNetworkId)
        .orElseThrow(
            () -> new RpcFailure("RemoteError", "no agent gateway port on " + externalNetworkId));
  }

  @Override
  public void updateFloatingipStatuses(String routerId, Map<String, FloatingIpStatus> statuses) {
    machine.turns().beforeCall("update_floatingip_statuses");
    statuses.forEach((id, status) -> server.updateFloatingIpStatus(id, status.toString()));
    server.disableDisassociatedFloatingIps(routerId);
  }

  @Override
  public void deleteAgentGatewayPort(String externalNetworkId) {
    machine.turns().beforeCall("delete_agent_gateway_port");
    server.deleteAgentGatewayPort(host, externalNetworkId);
  }
}
