package org.dvrsim.agent;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A router as the server's sync_routers describes it to one agent.
 *
 * <p>Models: neutron/db/l3_dvrscheduler_db.py and l3_dvr_db.py:get_ha_sync_data_for_host's result,
 * as far as the DVR agent reads it.
 *
 * @param name empty text if not told
 * @param ha whether the router is highly available too, which concerns hosts of its SNAT alone
 * @param gwPort the gateway port; empty if the router has no gateway
 * @param gwPortHost the host of the centralised SNAT; empty if there is none
 * @param interfaces {@code _interfaces}: the internal ports
 * @param snatRouterInterfaces {@code _snat_router_interfaces}: the centralised SNAT ports
 * @param floatingIps {@code _floatingips}
 * @param floatingIpAgentInterfaces {@code _floatingip_agent_interfaces}: the agent gateway ports
 */
public record NeutronRouter(
    String id,
    String name,
    boolean distributed,
    boolean ha,
    boolean adminStateUp,
    boolean enableSnat,
    Optional<NeutronPort> gwPort,
    Optional<String> gwPortHost,
    Optional<ExternalGatewayInfo> externalGatewayInfo,
    List<ExtraRoute> routes,
    List<NeutronPort> interfaces,
    List<NeutronPort> snatRouterInterfaces,
    List<FloatingIp> floatingIps,
    List<NeutronPort> floatingIpAgentInterfaces) {

  /** Checks that all is given and copies the lists. */
  public NeutronRouter {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(gwPort);
    Objects.requireNonNull(gwPortHost);
    Objects.requireNonNull(externalGatewayInfo);
    routes = List.copyOf(routes);
    interfaces = List.copyOf(interfaces);
    snatRouterInterfaces = List.copyOf(snatRouterInterfaces);
    floatingIps = List.copyOf(floatingIps);
    floatingIpAgentInterfaces = List.copyOf(floatingIpAgentInterfaces);
  }

  /** Returns this router without gateway port, internal ports and floating IPs. */
  NeutronRouter withoutPorts() {
    return new NeutronRouter(
        id,
        name,
        distributed,
        ha,
        adminStateUp,
        enableSnat,
        Optional.empty(),
        gwPortHost,
        externalGatewayInfo,
        routes,
        List.of(),
        snatRouterInterfaces,
        List.of(),
        floatingIpAgentInterfaces);
  }

  /**
   * Returns the external network's id; empty without a gateway, and where the server tells none.
   */
  Optional<String> externalNetworkId() {
    return externalGatewayInfo.flatMap(ExternalGatewayInfo::networkId).filter(id -> !id.isEmpty());
  }
}
