package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.Table;

/** The packet filter holds every rule of fixed words that the router calls for. */
final class MissingFilterRule extends NetnsInvariant {
  @Override
  public String name() {
    return "missing-filter-rule";
  }

  @Override
  public String consequence() {
    return "Packets are translated that should not be, or the other way round, or leave that should"
        + " stay.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.LINKS, Aspect.NETFILTER);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.GATEWAY_PORTS, WantedPart.FLOATING_IPS);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind != NetnsKind.FIP;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    WantedRouter router = view.wanted().router();
    if (view.wanted().kind() == NetnsKind.SNAT) {
      check(view, router.filterRules().ofSnat(), findings);
    } else {
      check(view, WantedFilterRules.OF_ROUTER, findings);
      if (!router.floatingIps().isEmpty() && view.actual().link(router.routerToFip()).isPresent()) {
        check(view, router.filterRules().ofFloatingIps(), findings);
      }
    }
  }

  private static void check(
      NetnsView view, List<WantedFilterRules.Rule> wanted, Findings findings) {
    for (int i = 0; i < wanted.size(); i++) {
      WantedFilterRules.Rule rule = wanted.get(i);
      if (!has(view, rule)) {
        findings.add(view.name(), "table " + rule.table() + " lacks " + rule, rule);
      }
    }
  }

  private static boolean has(NetnsView view, WantedFilterRules.Rule wanted) {
    Table table = view.actual().netfilter(IpFamily.V4).tableOrNull(wanted.table());
    Chain chain = table == null ? null : table.chain(wanted.chain());
    if (chain != null) {
      List<ChainRule> rules = chain.rules();
      for (int i = 0; i < rules.size(); i++) {
        if (wanted.is(rules.get(i).rule().text())) {
          return true;
        }
      }
    }
    return false;
  }
}
