package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpFamily;

/** No route goes via a device that is gone or down. */
final class RouteWithoutDevice extends NetnsInvariant {
  @Override
  public String name() {
    return "route-without-device";
  }

  @Override
  public String consequence() {
    return "Packets for the destination are sent nowhere, although the routes look right.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.ROUTES, Aspect.LINKS);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.noneOf(WantedPart.class);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    check(view, IpFamily.V4, findings);
    check(view, IpFamily.V6, findings);
  }

  private static void check(NetnsView view, IpFamily family, Findings findings) {
    List<List<Route>> tables = view.routesByTable(family);
    for (int i = 0; i < tables.size(); i++) {
      List<Route> routes = tables.get(i);
      for (int j = 0; j < routes.size(); j++) {
        check(view, routes.get(j), findings);
      }
    }
  }

  private static void check(NetnsView view, Route route, Findings findings) {
    List<NextHop> hops = route.hops();
    for (int i = 0; i < hops.size(); i++) {
      NextHop hop = hops.get(i);
      if (hop.device().isPresent()) {
        Link link = hop.device().get();
        if (hop.dead() || !link.netns().equals(view.actual())) {
          findings.add(
              view.name(),
              "the route to " + route.destination() + " goes via " + link + ", which is not up",
              route.destination(),
              link);
        }
      }
    }
  }
}
