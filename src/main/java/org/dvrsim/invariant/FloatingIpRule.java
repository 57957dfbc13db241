package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.IpRule;

/** Every floating IP of the host has exactly one rule for its instance's packets. */
final class FloatingIpRule extends NetnsInvariant {
  @Override
  public String name() {
    return "missing-rule";
  }

  @Override
  public String consequence() {
    return "The instance's answers leave by centralised SNAT instead of its floating IP, so"
        + " connections to the floating IP hang.";
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
    List<IpRule> rules = view.floatingIpRules();
    List<WantedFloatingIp> wanted = view.wanted().router().floatingIps();
    for (int i = 0; i < wanted.size(); i++) {
      WantedFloatingIp fip = wanted.get(i);
      int count = 0;
      for (int j = 0; j < rules.size(); j++) {
        if (FipRules.selects(rules.get(j), fip.fixed())) {
          count++;
        }
      }
      if (count != 1) {
        findings.add(
            view.name(),
            count
                + " rules look up table 16 for "
                + fip.fixed()
                + ", which has the floating IP "
                + fip.floating(),
            fip.fixed(),
            fip.floating());
      }
    }
  }
}
