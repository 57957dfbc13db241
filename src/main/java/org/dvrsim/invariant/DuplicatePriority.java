package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.net.IpFamily;

/**
 * No two rules of a namespace have one priority, but those of the fast path exit, which share
 * theirs by design.
 */
final class DuplicatePriority extends NetnsInvariant {
  @Override
  public String name() {
    return "duplicate-priority";
  }

  @Override
  public String consequence() {
    return "Deleting one of the two rules may delete the other, which cuts a floating IP off.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.RULES);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.noneOf(WantedPart.class);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    check(view, IpFamily.V4, findings);
    check(view, IpFamily.V6, findings);
  }

  private static void check(NetnsView view, IpFamily family, Findings findings) {
    List<IpRule> rules = view.actual().rules(family);
    for (int i = 1; i < rules.size(); i++) {
      IpRule before = rules.get(i - 1);
      IpRule rule = rules.get(i);
      if (before.priority() == rule.priority()
          && rule.priority() != Names.FAST_PATH_EXIT_PRIORITY) {
        findings.add(
            view.name(),
            "two rules have priority " + rule.priority(),
            RuleText.of(before),
            RuleText.of(rule));
      }
    }
  }
}
