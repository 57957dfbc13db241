package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/** Every floating IP of the host has exactly one route to its router. */
final class FloatingIpRoute extends NetnsInvariant {
  @Override
  public String name() {
    return "missing-route";
  }

  @Override
  public String consequence() {
    return "Packets to the floating IP reach the host and go no further.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.LINKS, Aspect.ADDRESSES, Aspect.ROUTES);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.FLOATING_IPS);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind == NetnsKind.FIP;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    for (WantedRouter router : view.wanted().routers()) {
      if (router.floatingIps().isEmpty()) {
        continue;
      }
      List<Route> routes = FipRoutes.towards(view, router);
      Optional<IpAddress> gateway =
          view.actual()
              .link(router.fipToRouter())
              .flatMap(LinkLocalPair::of)
              .map(LinkLocalPair::routerEnd);
      for (WantedFloatingIp fip : router.floatingIps()) {
        IpPrefix host = IpPrefix.host(fip.floating());
        int count = 0;
        for (Route route : routes) {
          if (route.destination().equals(host) && route.gateway().equals(gateway)) {
            count++;
          }
        }
        if (count != 1) {
          findings.add(
              view.name(),
              "the floating IP "
                  + fip.floating()
                  + " has "
                  + count
                  + " routes via "
                  + router.fipToRouter(),
              fip.floating(),
              router.fipToRouter());
        }
      }
    }
  }
}
