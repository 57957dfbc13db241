package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronSubnet;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;

/**
 * A router's static routes, and no others, are in its namespace, in the snat namespace and in the
 * router's table of the floating IP namespace, wherever their next hop can be reached.
 */
final class StaticRoutes extends NetnsInvariant {
  @Override
  public String name() {
    return "wrong-static-routes";
  }

  @Override
  public String consequence() {
    return "Packets for the destination take the default route instead of the way the user set.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.LINKS, Aspect.ADDRESSES, Aspect.ROUTES);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(
        WantedPart.GATEWAY_PORTS,
        WantedPart.INTERFACES,
        WantedPart.SNAT_PORTS,
        WantedPart.AGENT_GATEWAYS,
        WantedPart.ROUTES);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    if (view.wanted().kind() == NetnsKind.FIP) {
      for (WantedRouter router : view.wanted().routers()) {
        checkFip(view, router, findings);
      }
      return;
    }
    WantedRouter router = view.wanted().router();
    List<IpPrefix> near = new ArrayList<>();
    if (view.wanted().kind() == NetnsKind.ROUTER) {
      addSubnets(near, router.ports());
    } else {
      router.payload().gwPort().ifPresent(port -> addSubnets(near, port));
      addSubnets(near, router.payload().snatRouterInterfaces());
    }
    check(view, router, near, TableId.MAIN, findings);
  }

  private static void checkFip(NetnsView view, WantedRouter router, Findings findings) {
    LinkLocalPair pair = LinkLocalPair.orNull(view.linkOrNull(router.fipToRouter()));
    if (pair != null) {
      List<IpPrefix> near = new ArrayList<>();
      for (NeutronPort port : router.payload().floatingIpAgentInterfaces()) {
        if (port.networkId().equals(router.externalNetworkId().orElse(""))) {
          addSubnets(near, port);
        }
      }
      check(view, router, near, pair.table(), findings);
    }
  }

  private static void addSubnets(List<IpPrefix> near, List<NeutronPort> ports) {
    for (NeutronPort port : ports) {
      addSubnets(near, port);
    }
  }

  private static void addSubnets(List<IpPrefix> near, NeutronPort port) {
    for (NeutronSubnet subnet : port.subnets()) {
      near.add(subnet.cidr());
    }
  }

  private static void check(
      NetnsView view, WantedRouter router, List<IpPrefix> near, TableId table, Findings findings) {
    Map<IpPrefix, Set<IpAddress>> actual = new LinkedHashMap<>(0);
    collect(view, IpFamily.V4, table, actual);
    collect(view, IpFamily.V6, table, actual);
    if (actual.isEmpty() && router.payload().routes().isEmpty()) {
      return;
    }
    Map<IpPrefix, Set<IpAddress>> wanted = new LinkedHashMap<>();
    for (ExtraRoute route : router.payload().routes()) {
      if (isNear(route.nexthop(), near)) {
        wanted
            .computeIfAbsent(route.destination(), d -> new LinkedHashSet<>())
            .add(route.nexthop());
      }
    }
    if (wanted.equals(actual)) {
      return;
    }
    wanted.forEach(
        (destination, hops) -> {
          Set<IpAddress> found = actual.getOrDefault(destination, Set.of());
          if (!found.equals(hops)) {
            findings.add(
                view.name(),
                "the route to " + destination + " goes via " + found + ", not via " + hops,
                destination);
          }
        });
    for (IpPrefix destination : actual.keySet()) {
      if (!wanted.containsKey(destination)) {
        findings.add(view.name(), "nothing calls for the route to " + destination, destination);
      }
    }
  }

  private static boolean isNear(IpAddress hop, List<IpPrefix> near) {
    for (IpPrefix subnet : near) {
      if (subnet.contains(hop)) {
        return true;
      }
    }
    return false;
  }

  private static void collect(
      NetnsView view, IpFamily family, TableId table, Map<IpPrefix, Set<IpAddress>> actual) {
    List<Route> routes = view.actual().routes(family, table);
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      if (route.destination().isDefault() || route.protocol().equals(RouteProtocol.KERNEL)) {
        continue;
      }
      for (NextHop hop : route.hops()) {
        if (hop.gateway().isPresent()) {
          actual
              .computeIfAbsent(route.destination(), d -> new LinkedHashSet<>())
              .add(hop.gateway().get());
        }
      }
    }
  }
}
