package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.agent.NeutronSubnet;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;

/** The central gateway's default routes lead to gateways that the external network has. */
final class StaleDefaultRoute extends NetnsInvariant {
  private static final RouteProtocol STATIC = RouteProtocol.parse("static");

  @Override
  public String name() {
    return "stale-default-route";
  }

  @Override
  public String consequence() {
    return "Packets for the outside go to a machine that is no gateway any more.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.ROUTES);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.GATEWAY_PORTS, WantedPart.ROUTES);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind == NetnsKind.SNAT;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    WantedRouter router = view.wanted().router();
    for (Route route : view.actual().routes(IpFamily.V4, TableId.MAIN)) {
      Optional<IpAddress> gateway = route.gateway();
      if (route.destination().isDefault()
          && route.protocol().equals(STATIC)
          && gateway.isPresent()
          && !isCalledFor(gateway.get(), router.payload())) {
        findings.add(view.name(), "nothing calls for a default route via " + gateway.get(), route);
      }
    }
  }

  private static boolean isCalledFor(IpAddress gateway, NeutronRouter router) {
    for (NeutronSubnet subnet : router.gwPort().orElseThrow().subnets()) {
      if (subnet.gatewayIp().isPresent() && subnet.gatewayIp().get().equals(gateway)) {
        return true;
      }
    }
    for (ExtraRoute route : router.routes()) {
      if (route.nexthop().equals(gateway)) {
        return true;
      }
    }
    return false;
  }
}
