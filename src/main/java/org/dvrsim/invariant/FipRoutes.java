package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;

/** The routes of a floating IP namespace that lead to a router. */
final class FipRoutes {
  private FipRoutes() {}

  /**
   * Returns the routes that somebody added towards {@code router}'s link, in the kernel's order.
   */
  static List<Route> towards(NetnsView fip, WantedRouter router) {
    Link link = fip.linkOrNull(router.fipToRouter());
    if (link == null) {
      return List.of();
    }
    List<Route> found = new ArrayList<>();
    List<Route> routes = fip.actual().routes(IpFamily.V4, TableId.MAIN);
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      if (leadsTo(link, route) && !route.protocol().equals(RouteProtocol.KERNEL)) {
        found.add(route);
      }
    }
    return found;
  }

  private static boolean leadsTo(Link link, Route route) {
    Optional<Link> device = route.device();
    return device.isPresent() && device.get().equals(link);
  }
}
