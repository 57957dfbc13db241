package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.IpRule;

/** No rule is left of a floating IP that is gone or elsewhere. */
final class StaleFloatingIpRule extends NetnsInvariant {
  @Override
  public String name() {
    return "stale-rule";
  }

  @Override
  public String consequence() {
    return "An instance without floating IP is sent where nothing translates its address: it has no"
        + " way out.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.RULES);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.FLOATING_IPS);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind == NetnsKind.ROUTER;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    List<WantedFloatingIp> wanted = view.wanted().router().floatingIps();
    for (IpRule rule : view.floatingIpRules()) {
      if (!isCalledFor(rule, wanted)) {
        findings.add(
            view.name(),
            "no floating IP calls for the rule " + RuleText.of(rule),
            RuleText.of(rule));
      }
    }
  }

  private static boolean isCalledFor(IpRule rule, List<WantedFloatingIp> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (FipRules.selects(rule, wanted.get(i).fixed())) {
        return true;
      }
    }
    return false;
  }
}
