package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpFamily;

/** Every subnet of a router with a gateway has its way to the host of the centralised SNAT. */
final class SnatRedirect extends NetnsInvariant {
  @Override
  public String name() {
    return "missing-snat-redirect";
  }

  @Override
  public String consequence() {
    return "Instances without floating IP have no way out.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.ROUTES, Aspect.RULES);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind == NetnsKind.ROUTER;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    for (WantedRedirect redirect : view.wanted().router().redirects()) {
      IpFamily family = redirect.source().family();
      long rules = view.actual().rules(family).stream().filter(r -> isFor(r, redirect)).count();
      if (rules != 1) {
        findings.add(
            view.name(),
            rules + " rules send " + redirect.source() + " to table " + redirect.table(),
            redirect.source(),
            "table " + redirect.table());
      }
      List<Route> routes = view.actual().routes(family, redirect.table());
      if (routes.stream().noneMatch(r -> isDefault(r, redirect))) {
        findings.add(
            view.name(),
            "table "
                + redirect.table()
                + " lacks the route via "
                + gateways(redirect)
                + " dev "
                + redirect.device(),
            "table " + redirect.table(),
            gateways(redirect),
            redirect.device());
      }
    }
  }

  /** Tells whether {@code rule} is the redirect's. */
  static boolean isFor(IpRule rule, WantedRedirect redirect) {
    return rule.table().equals(redirect.table())
        && rule.priority() == redirect.table().number()
        && rule.from().isPresent()
        && rule.from().get().network().equals(redirect.source().network());
  }

  private static String gateways(WantedRedirect redirect) {
    StringJoiner all = new StringJoiner(" or ");
    redirect.gateways().forEach(gateway -> all.add(gateway.toString()));
    return all.toString();
  }

  private static boolean isDefault(Route route, WantedRedirect redirect) {
    return route.destination().isDefault()
        && route.gateway().filter(redirect.gateways()::contains).isPresent()
        && route.device().filter(d -> d.name().equals(redirect.device())).isPresent();
  }
}
