package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;

/**
 * A router's static routes: which to add, delete or make multipath when the list changes.
 *
 * <p>Models: neutron/agent/l3/router_info.py:RouterInfo.routes_updated and its helpers
 */
class RouterRoutes {
  private final RouterInfo router;

  RouterRoutes(RouterInfo router) {
    this.router = router;
  }

  /**
   * Makes the host's routes follow from {@code oldRoutes} to {@code newRoutes}, keeping {@code
   * oldRoutes} up to date route by route, so that a failure leaves in it what was reached.
   *
   * <p>Removed and added routes are walked in the order of Python's sets, which decides the order
   * of a multipath route's hops.
   */
  void routesUpdated(List<ExtraRoute> oldRoutes, List<ExtraRoute> newRoutes) {
    if (!oldRoutes.equals(newRoutes)) {
      router
          .agent
          .hostAccess()
          .doing("RouterInfo.routes_updated", () -> followRoutes(oldRoutes, newRoutes));
    }
  }

  private void followRoutes(List<ExtraRoute> oldRoutes, List<ExtraRoute> newRoutes) {
    PySet<ExtraRoute> newSet = setOf(newRoutes);
    PySet<ExtraRoute> oldSet = setOf(oldRoutes);
    List<ExtraRoute> adds = newSet.minus(oldSet).toList();
    List<ExtraRoute> removes = oldSet.minus(newSet).toList();
    for (ExtraRoute route : removes) {
      if (!checkAndRemoveEcmpRoute(oldRoutes, route)) {
        router.updateRoutingTable(RouteOperation.DELETE, route);
      }
      oldRoutes.remove(route);
    }
    for (ExtraRoute route : adds) {
      if (!checkAndAddEcmpRoute(oldRoutes, route)) {
        router.updateRoutingTable(RouteOperation.REPLACE, route);
      }
      oldRoutes.add(route);
    }
  }

  /** Models: neutron_lib/utils/helpers.py:dict2str, which is what the sets hold. */
  private static PySet<ExtraRoute> setOf(List<ExtraRoute> routes) {
    PySet<ExtraRoute> set =
        new PySet<>(
            route ->
                PyHash.text("destination=" + route.destination() + ",nexthop=" + route.nexthop()));
    routes.forEach(set::add);
    return set;
  }

  /**
   * Takes one hop out of a multipath route; tells whether {@code removed} was part of one.
   *
   * <p>Of two hops one stays as an ordinary route; of more, a smaller multipath route.
   */
  private boolean checkAndRemoveEcmpRoute(List<ExtraRoute> oldRoutes, ExtraRoute removed) {
    List<ExtraRoute> routes = toDestination(oldRoutes, removed.destination());
    if (routes.size() == 2) {
      for (ExtraRoute route : routes) {
        if (!route.nexthop().equals(removed.nexthop())) {
          router.updateRoutingTable(RouteOperation.REPLACE, route);
        }
      }
      return true;
    }
    if (routes.size() > 2) {
      routes.remove(removed);
      router.updateRoutingTableEcmp(routes);
      return true;
    }
    return false;
  }

  private boolean checkAndAddEcmpRoute(List<ExtraRoute> oldRoutes, ExtraRoute added) {
    List<ExtraRoute> routes = toDestination(oldRoutes, added.destination());
    if (routes.isEmpty()) {
      return false;
    }
    routes.add(added);
    router.updateRoutingTableEcmp(routes);
    return true;
  }

  private static List<ExtraRoute> toDestination(List<ExtraRoute> routes, IpPrefix destination) {
    List<ExtraRoute> found = new ArrayList<>();
    for (ExtraRoute route : routes) {
      if (route.destination().equals(destination)) {
        found.add(route);
      }
    }
    return found;
  }

  /**
   * Replaces or deletes one route in {@code netns}.
   *
   * <p>Defect: a route that the kernel refuses is passed over without a word, and taken to be there
   * from then on.
   */
  void updateRoutingTable(RouteOperation operation, ExtraRoute route, NetnsName netns) {
    try {
      if (operation == RouteOperation.REPLACE) {
        router.ipLib.addIpRoute(netns, route.destination(), route.nexthop());
      } else {
        router.ipLib.deleteIpRoute(netns, route.destination(), route.nexthop());
      }
    } catch (AgentError e) {
      passOverRefusal(e);
    }
  }

  /** Replaces one multipath route in {@code netns}; refusals are passed over. */
  void updateRoutingTableEcmp(List<ExtraRoute> routes, NetnsName netns) {
    List<IpAddress> hops =
        routes.stream().map(ExtraRoute::nexthop).collect(Collectors.toUnmodifiableList());
    try {
      router.ipLib.addMultipathRoute(netns, routes.get(0).destination(), hops);
    } catch (AgentError e) {
      passOverRefusal(e);
    }
  }

  /** Rethrows what {@code except (RuntimeError, OSError, NetlinkError)} does not take. */
  private static void passOverRefusal(AgentError e) {
    if (!(e instanceof AgentRuntimeError || e instanceof OsError || e instanceof NetlinkError)) {
      throw e;
    }
  }
}
