package org.dvrsim.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
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
  private final BiConsumer<String, String> told;

  /**
   * Connects an agent.
   *
   * @param told hears what the agent tells of floating IPs: the id and the status
   */
  ServerRpc(NeutronServer server, Host machine, BiConsumer<String, String> told) {
    this.server = server;
    this.host = machine.name();
    this.machine = machine;
    this.told = told;
  }

  private void call(String name) {
    machine.turns().beforeCall(name);
    Optional<String> error = machine.faults().serverError(name);
    if (error.isPresent()) {
      throw new RpcFailure(error.get(), "no answer to " + name);
    }
  }

  @Override
  public List<NeutronRouter> getRouters(List<String> routerIds) {
    call("sync_routers");
    return server.syncRouters(host, routerIds);
  }

  @Override
  public List<String> getRouterIds() {
    call("get_router_ids");
    return server.routerIds(host);
  }

  @Override
  public List<NeutronPort> getPortsBySubnet(String subnetId) {
    call("get_ports_by_subnet");
    return server.portsBySubnetTold(subnetId);
  }

  @Override
  public NeutronPort getAgentGatewayPort(String externalNetworkId) {
    call("get_agent_gateway_port");
    return server
        .agentGatewayPort(host, externalNetworkId)
        .orElseThrow(
            () -> new RpcFailure("RemoteError", "no agent gateway port on " + externalNetworkId));
  }

  @Override
  public void updateFloatingipStatuses(String routerId, Map<String, FloatingIpStatus> statuses) {
    call("update_floatingip_statuses");
    statuses.forEach(
        (id, status) -> {
          told.accept(id, status.toString());
          server.updateFloatingIpStatus(id, status.toString(), host);
        });
    server.disableDisassociatedFloatingIps(routerId);
  }

  @Override
  public void deleteAgentGatewayPort(String externalNetworkId) {
    call("delete_agent_gateway_port");
    server.deleteAgentGatewayPort(host, externalNetworkId);
  }
}
