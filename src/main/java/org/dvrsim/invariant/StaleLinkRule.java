package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;

/** A floating IP namespace has no rule of a router's link that is gone or has another pair now. */
final class StaleLinkRule extends NetnsInvariant {
  @Override
  public String name() {
    return "stale-link-rule";
  }

  @Override
  public String consequence() {
    return "The next router that is given the link-local pair is routed by the old one's table.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.LINKS, Aspect.ADDRESSES, Aspect.RULES);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.DEVICES);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind == NetnsKind.FIP;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    List<IpRule> rules = view.actual().rules(IpFamily.V4);
    for (int i = 0; i < rules.size(); i++) {
      IpRule rule = rules.get(i);
      if (rule.iif().isPresent()
          && !view.wanted().optionalLinks().contains(rule.iif().get())
          && !isCalledFor(rule, view)) {
        findings.add(
            view.name(), "nothing calls for the rule " + RuleText.of(rule), RuleText.of(rule));
      }
    }
  }

  /** Tells whether a rule sends what comes from a router to the router's table. */
  private static boolean isCalledFor(IpRule rule, NetnsView view) {
    IfName from = rule.iif().orElseThrow();
    for (WantedRouter router : view.wanted().routers()) {
      if (router.fipToRouter().equals(from)) {
        LinkLocalPair pair = LinkLocalPair.orNull(view.linkOrNull(from));
        return pair != null && pair.table().equals(rule.table());
      }
    }
    return false;
  }
}
