package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpAddress;
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
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.REDIRECTS);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind == NetnsKind.ROUTER;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    for (WantedRedirect redirect : view.wanted().router().redirects()) {
      IpFamily family = redirect.source().family();
      int rules = 0;
      List<IpRule> all = view.actual().rules(family);
      for (int i = 0; i < all.size(); i++) {
        if (isFor(all.get(i), redirect)) {
          rules++;
        }
      }
      if (rules != 1) {
        findings.add(
            view.name(),
            rules + " rules send " + redirect.source() + " to table " + redirect.table(),
            redirect.source(),
            "table " + redirect.table());
      }
      if (!hasDefault(view.actual().routes(family, redirect.table()), redirect)) {
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
    return rule.priority() == redirect.table().number()
        && rule.table().equals(redirect.table())
        && rule.from().isPresent()
        && rule.from().get().network().equals(redirect.source().network());
  }

  private static String gateways(WantedRedirect redirect) {
    StringJoiner all = new StringJoiner(" or ");
    redirect.gateways().forEach(gateway -> all.add(gateway.toString()));
    return all.toString();
  }

  private static boolean hasDefault(List<Route> routes, WantedRedirect redirect) {
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      if (route.destination().isDefault()) {
        Optional<IpAddress> via = route.gateway();
        Optional<Link> over = route.device();
        if (via.isPresent()
            && redirect.gateways().contains(via.get())
            && over.isPresent()
            && over.get().name().equals(redirect.device())) {
          return true;
        }
      }
    }
    return false;
  }
}
