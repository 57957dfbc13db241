package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronSubnet;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;

/** Routers and floating IP namespaces know the way to each other and out. */
final class FipConnection extends NetnsInvariant {
  @Override
  public String name() {
    return "missing-default-route";
  }

  @Override
  public String consequence() {
    return "What leaves with a floating IP, or by centralised SNAT, finds no way to the external"
        + " network.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.LINKS, Aspect.ADDRESSES, Aspect.ROUTES, Aspect.RULES);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.GATEWAYS, WantedPart.GATEWAY_PORTS, WantedPart.AGENT_GATEWAYS);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    switch (view.wanted().kind()) {
      case ROUTER -> {
        checkRouter(view, findings);
      }
      case FIP -> {
        for (WantedRouter router : view.wanted().routers()) {
          checkLink(view, router, findings);
        }
      }
      case SNAT -> {
        WantedRouter router = view.wanted().router();
        NeutronPort port = router.payload().gwPort().orElseThrow();
        checkGateways(view, port, router.snatDevices().get(0).name(), TableId.MAIN, findings);
      }
    }
  }

  private static void checkRouter(NetnsView view, Findings findings) {
    WantedRouter router = view.wanted().router();
    if (router.isExternal()) {
      Link link = view.linkOrNull(router.routerToFip());
      LinkLocalPair pair = LinkLocalPair.orNull(link);
      if (pair != null) {
        checkDefault(view, pair.fipEnd(), link.name(), Names.FIP_TABLE, findings);
      }
    }
  }

  private static void checkLink(NetnsView view, WantedRouter router, Findings findings) {
    LinkLocalPair pair = LinkLocalPair.orNull(view.linkOrNull(router.fipToRouter()));
    if (pair == null) {
      return;
    }
    TableId table = pair.table();
    if (!isRuled(view.actual().rules(IpFamily.V4), router.fipToRouter(), table)) {
      findings.add(
          view.name(),
          "no rule sends what comes from " + router.fipToRouter() + " to table " + table,
          router.fipToRouter(),
          "table " + table);
    }
    if (router.agentGateway().isPresent()) {
      NeutronPort port = router.agentGateway().get();
      checkGateways(view, port, Names.device("fg-", port.id()), table, findings);
    }
  }

  /** Tells whether a rule sends what comes from {@code device} to {@code table}. */
  private static boolean isRuled(List<IpRule> rules, IfName device, TableId table) {
    for (int i = 0; i < rules.size(); i++) {
      IpRule rule = rules.get(i);
      if (rule.priority() == table.number()
          && rule.table().equals(table)
          && rule.iif().isPresent()
          && rule.iif().get().equals(device)) {
        return true;
      }
    }
    return false;
  }

  private static void checkGateways(
      NetnsView view, NeutronPort port, IfName device, TableId table, Findings findings) {
    for (NeutronSubnet subnet : port.subnets()) {
      if (subnet.gatewayIp().isPresent()) {
        checkDefault(view, subnet.gatewayIp().get(), device, table, findings);
      }
    }
  }

  private static void checkDefault(
      NetnsView view, IpAddress gateway, IfName device, TableId table, Findings findings) {
    if (!hasDefault(view.actual().routes(gateway.family(), table), gateway, device)) {
      findings.add(
          view.name(),
          "table " + table + " lacks the default route via " + gateway + " dev " + device,
          gateway,
          device,
          "table " + table);
    }
  }

  private static boolean hasDefault(List<Route> routes, IpAddress gateway, IfName device) {
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      if (route.destination().isDefault()) {
        Optional<IpAddress> via = route.gateway();
        Optional<Link> over = route.device();
        if (via.isPresent()
            && via.get().equals(gateway)
            && over.isPresent()
            && over.get().name().equals(device)) {
          return true;
        }
      }
    }
    return false;
  }
}
