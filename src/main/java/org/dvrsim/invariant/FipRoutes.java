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
    Optional<Link> link = fip.actual().link(router.fipToRouter());
    List<Route> found = new ArrayList<>();
    if (link.isPresent()) {
      for (Route route : fip.actual().routes(IpFamily.V4, TableId.MAIN)) {
        if (route.device().equals(link) && !route.protocol().equals(RouteProtocol.KERNEL)) {
          found.add(route);
        }
      }
    }
    return found;
  }
}
