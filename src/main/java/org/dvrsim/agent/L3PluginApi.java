package org.dvrsim.agent;

import java.util.List;
import java.util.Map;

/**
 * What the agent asks of the server: implemented by whoever plays the server.
 *
 * <p>Every call may fail as calls to a server do, with {@link RpcFailure}.
 *
 * <p>Models: neutron/agent/l3/agent.py:L3PluginApi
 */
public interface L3PluginApi {
  /**
   * Returns the routers of these ids that this agent hosts, and perhaps related ones.
   *
   * <p>Models: get_routers, the server's sync_routers
   */
  List<NeutronRouter> getRouters(List<String> routerIds);

  /** Returns the ids of all routers that this agent hosts. */
  List<String> getRouterIds();

  /** Returns the ports that have an address in a subnet. */
  List<NeutronPort> getPortsBySubnet(String subnetId);

  /** Returns this host's floating IP agent gateway port on an external network, made if need be. */
  NeutronPort getAgentGatewayPort(String externalNetworkId);

  /**
   * Tells the server what became of floating IPs.
   *
   * @param statuses by floating IP id, in the order found out; never {@link
   *     FloatingIpStatus#NOCHANGE}
   */
  void updateFloatingipStatuses(String routerId, Map<String, FloatingIpStatus> statuses);

  /** Gives back this host's agent gateway port on an external network. */
  void deleteAgentGatewayPort(String externalNetworkId);
}
