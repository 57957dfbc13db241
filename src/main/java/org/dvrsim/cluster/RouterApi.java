package org.dvrsim.cluster;

import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.net.IpAddress;

/**
 * API calls about routers themselves; {@link InterfaceApi} has those about their interfaces, {@link
 * GatewayApi} those about their gateways.
 *
 * <p>Models: neutron/db/l3_db.py:L3_NAT_db_mixin, neutron/db/l3_dvr_db.py:
 * DVRResourceOperationHandler
 */
final class RouterApi {
  private final ApiParts parts;
  private final GatewayApi gateways;
  private final SnatPorts snatPorts;

  RouterApi(ApiParts parts, GatewayApi gateways) {
    this.parts = parts;
    this.gateways = gateways;
    this.snatPorts = new SnatPorts(parts);
  }

  /** Creates a router without interfaces; agents hear of it once it has something to do. */
  Router create(String name, boolean ha) {
    parts.db().checkNew(ResourceKind.ROUTER, name);
    Router router =
        new Router(
            name,
            parts.ids().newId(ResourceKind.ROUTER, name),
            ha,
            parts.db().changes(),
            parts.db().placeChanges());
    parts.db().add(router);
    return router;
  }

  /** Models: neutron/db/l3_db.py:L3_NAT_dbonly_mixin.delete_router */
  void delete(Router router) {
    if (!router.interfaces().isEmpty()) {
      throw new ApiRefusedException("router " + router + " still has interfaces");
    }
    gateways.delete(router, Optional.empty());
    for (Port port : List.copyOf(router.snatPorts())) {
      snatPorts.remove(router, port);
    }
    parts.db().remove(router);
    parts.notifier().routerDeleted(router);
  }

  /** Models: neutron/db/l3_db.py:L3_NAT_db_mixin.update_router with {@code admin_state_up}. */
  void setAdminStateUp(Router router, boolean up) {
    router.setAdminStateUp(up);
    parts.notifier().routersUpdated(router);
  }

  /** Models: neutron/db/extraroute_db.py:ExtraRoute_dbonly_mixin.update_router */
  void setRoutes(Router router, List<ExtraRoute> routes) {
    for (ExtraRoute route : routes) {
      boolean reachable =
          router.interfaces().stream().anyMatch(port -> reaches(port, route.nexthop()))
              || router.gatewayPort().stream().anyMatch(port -> reaches(port, route.nexthop()));
      if (!reachable) {
        throw new ApiRefusedException(
            "the next hop " + route.nexthop() + " is on no subnet of router " + router);
      }
    }
    router.setRoutes(routes);
    parts.notifier().routersUpdated(router);
  }

  private static boolean reaches(Port port, IpAddress nexthop) {
    return port.fixedIps().stream().anyMatch(ip -> ip.subnet().cidr().contains(nexthop));
  }

  /**
   * Moves a router's SNAT to another host.
   *
   * <p>Models: neutron/db/l3_agentschedulers_db.py:L3AgentSchedulerDbMixin.reschedule_router, which
   * tells the old and the new host only
   */
  void moveSnat(Router router, String host) {
    if (parts.db().agent(host).mode() != AgentMode.DVR_SNAT) {
      throw new ApiRefusedException("the agent on " + host + " is not in mode dvr_snat");
    }
    if (router.isHa()) {
      throw new ApiRefusedException("the SNAT of " + router + " is on hosts of its own choice");
    }
    Optional<String> before = router.snatHost();
    if (before.equals(Optional.of(host))) {
      return;
    }
    router.setSnatHost(Optional.of(host));
    if (before.isPresent()) {
      if (parts.scheduler().hasServiceablePorts(router, before.get())) {
        parts.notifier().routersUpdatedOnHost(List.of(router.id()), before.get());
      } else {
        parts.notifier().routerRemovedFromAgent(router, before.get());
      }
    }
    parts.notifier().routersUpdatedOnHost(List.of(router.id()), host);
  }
}
