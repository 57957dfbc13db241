package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IpAddress;

/**
 * API calls about routers' gateways.
 *
 * <p>Models: neutron/db/l3_db.py:L3_NAT_db_mixin, neutron/db/l3_dvr_db.py:
 * DVRResourceOperationHandler
 */
final class GatewayApi {
  private final ApiParts parts;
  private final SnatPorts snatPorts;

  GatewayApi(ApiParts parts) {
    this.parts = parts;
    this.snatPorts = new SnatPorts(parts);
  }

  /**
   * Sets, moves or clears the gateway.
   *
   * <p>Models: neutron/db/l3_db.py:L3_NAT_db_mixin.update_router,
   * L3_NAT_dbonly_mixin._update_router_gw_info
   *
   * @param network the external network; empty to clear the gateway
   * @param addresses the gateway's addresses; chosen if empty
   */
  void setGateway(Router router, Optional<Network> network, List<IpAddress> addresses) {
    network
        .filter(n -> !n.isExternal())
        .ifPresent(
            n -> {
              throw new ApiRefusedException("network " + n + " is not external");
            });
    boolean sameNetwork = network.isPresent() && network.equals(router.externalNetwork());
    if (sameNetwork && !addresses.isEmpty()) {
      Port port = router.gatewayPort().get();
      parts.ports().check(port, addresses);
      List<PortAddress> old = new ArrayList<>(port.fixedIps());
      old.forEach(
          ip -> {
            port.remove(ip);
            ip.subnet().release(ip.address());
          });
      addresses.forEach(address -> parts.ports().take(port, address));
    } else if (!sameNetwork) {
      checkNotNeeded(router);
      network.ifPresent(n -> checkNew(router, n, addresses));
      delete(router, network);
      network.ifPresent(n -> create(router, n, addresses));
    }
    parts.notifier().routersUpdated(router);
  }

  /** Models: neutron/db/l3_db.py:L3_NAT_db_mixin.update_router with {@code enable_snat}. */
  void setSnatEnabled(Router router, boolean enabled) {
    if (router.gatewayPort().isEmpty()) {
      throw new ApiRefusedException("router " + router + " has no gateway");
    }
    router.setSnatEnabled(enabled);
    parts.notifier().routersUpdated(router);
  }

  private void checkNotNeeded(Router router) {
    if (router.gatewayPort().isPresent() && !parts.db().floatingIpsOf(router).isEmpty()) {
      throw new ApiRefusedException(
          "the gateway of router " + router + " is needed by its floating IPs");
    }
  }

  private void checkNew(Router router, Network network, List<IpAddress> addresses) {
    network.subnets().forEach(subnet -> RouterSubnets.checkOverlapOfInterfaces(router, subnet));
    parts.ports().check(network, PortOwner.ROUTER_GATEWAY, addresses);
    snatPorts.check(router);
  }

  private void create(Router router, Network network, List<IpAddress> addresses) {
    Port port = parts.ports().create(router.name(), network, PortOwner.ROUTER_GATEWAY, router.id());
    parts.ports().allocate(port, addresses);
    router.setGatewayPort(Optional.of(port));
    snatPorts.create(router);
  }

  /**
   * Takes a router's gateway away, if it has one.
   *
   * <p>Models: neutron/db/l3_dvr_db.py:DVRResourceOperationHandler._delete_dvr_internal_ports
   *
   * @param next the external network that follows; empty if none does
   */
  void delete(Router router, Optional<Network> next) {
    if (router.gatewayPort().isEmpty()) {
      return;
    }
    checkNotNeeded(router);
    Port port = router.gatewayPort().get();
    router.setGatewayPort(Optional.empty());
    parts.deletePort(port);
    if (next.isEmpty()) {
      for (Port snat : List.copyOf(router.snatPorts())) {
        snatPorts.remove(router, snat);
      }
    }
    Network network = port.network();
    boolean last =
        parts.db().routers().stream()
            .noneMatch(other -> other.externalNetwork().equals(Optional.of(network)));
    if (last) {
      parts.agentGateways().deleteAll(network);
      parts.notifier().deleteFipNamespaceForExtNet(network);
    }
  }
}
