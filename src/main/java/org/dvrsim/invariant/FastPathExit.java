package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;

/** Subnets of the external network's address scope, and no others, leave without NAT. */
final class FastPathExit extends NetnsInvariant {
  @Override
  public String name() {
    return "wrong-fast-path-exit";
  }

  @Override
  public String consequence() {
    return "Instances whose addresses are valid outside are cut off, or others leak theirs.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.RULES, Aspect.ROUTES, Aspect.LINKS);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.FAST_EXITS);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind != NetnsKind.SNAT;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    if (view.wanted().kind() == NetnsKind.FIP) {
      checkRoutes(view, findings);
      return;
    }
    List<IpPrefix> wanted = view.wanted().router().fastExits();
    List<IpPrefix> actual = new ArrayList<>(0);
    List<IpRule> rules = view.actual().rules(IpFamily.V4);
    for (int i = 0; i < rules.size(); i++) {
      IpRule rule = rules.get(i);
      if (rule.table().equals(Names.FIP_TABLE)
          && rule.priority() == Names.FAST_PATH_EXIT_PRIORITY) {
        rule.from().ifPresent(from -> actual.add(from.network()));
        if (rule.from().filter(from -> wanted.contains(from.network())).isEmpty()) {
          findings.add(
              view.name(), "nothing calls for the rule " + RuleText.of(rule), RuleText.of(rule));
        }
      }
    }
    for (IpPrefix subnet : wanted) {
      if (!actual.contains(subnet)) {
        findings.add(view.name(), subnet + " has no rule of the fast path exit", subnet);
      }
    }
  }

  /** Of routers that share a subnet any may have its route: there is one table for all. */
  private static void checkRoutes(NetnsView view, Findings findings) {
    Set<IpPrefix> reached = new HashSet<>();
    for (WantedRouter router : view.wanted().routers()) {
      if (!router.fastExits().isEmpty()) {
        for (Route route : FipRoutes.towards(view, router)) {
          if (router.fastExits().contains(route.destination())) {
            reached.add(route.destination());
          }
        }
      }
    }
    for (WantedRouter router : view.wanted().routers()) {
      for (IpPrefix subnet : router.fastExits()) {
        if (!reached.contains(subnet)) {
          findings.add(view.name(), subnet + " has no route via " + router.fipToRouter(), subnet);
        }
      }
    }
  }
}
