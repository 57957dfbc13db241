package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpAddress;

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
      LinkLocalPair pair = LinkLocalPair.orNull(view.linkOrNull(router.fipToRouter()));
      IpAddress gateway = pair == null ? null : pair.routerEnd();
      for (WantedFloatingIp fip : router.floatingIps()) {
        int count = 0;
        for (int i = 0; i < routes.size(); i++) {
          Route route = routes.get(i);
          if (route.destination().isHost(fip.floating())
              && Objects.equals(route.gateway().orElse(null), gateway)) {
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
