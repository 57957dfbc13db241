package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpPrefix;

/** No route is left of a floating IP, or of a subnet without NAT, that is gone or elsewhere. */
final class StaleFloatingIpRoute extends NetnsInvariant {
  @Override
  public String name() {
    return "stale-route";
  }

  @Override
  public String consequence() {
    return "This host answers ARP for a floating IP that is elsewhere now, and swallows its"
        + " packets.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.ROUTES, Aspect.LINKS);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.FAST_EXITS, WantedPart.FLOATING_IPS);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind == NetnsKind.FIP;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    for (WantedRouter router : view.wanted().routers()) {
      for (Route route : FipRoutes.towards(view, router)) {
        if (!isCalledFor(route.destination(), router)) {
          findings.add(
              view.name(),
              "nothing calls for the route to "
                  + route.destination()
                  + " via "
                  + router.fipToRouter(),
              route.destination(),
              router.fipToRouter());
        }
      }
    }
  }

  private static boolean isCalledFor(IpPrefix destination, WantedRouter router) {
    List<WantedFloatingIp> wanted = router.floatingIps();
    for (int i = 0; i < wanted.size(); i++) {
      if (destination.isHost(wanted.get(i).floating())) {
        return true;
      }
    }
    return router.fastExits().contains(destination);
  }
}
