package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.IptablesRule;
import org.dvrsim.netfilter.Table;

/** Nothing is installed twice: no routing rule but for its priority, and no rule of a chain. */
final class DuplicateRule extends NetnsInvariant {
  @Override
  public String name() {
    return "duplicate-rule";
  }

  @Override
  public String consequence() {
    return "Removing it later removes one copy, and the other stays in effect.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.RULES, Aspect.NETFILTER);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.noneOf(WantedPart.class);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    checkRouting(view, IpFamily.V4, findings);
    checkRouting(view, IpFamily.V6, findings);
    List<Table> tables = view.tables();
    for (int i = 0; i < tables.size(); i++) {
      for (Chain chain : tables.get(i).repeatingChains()) {
        check(view, chain, findings);
      }
    }
  }

  private static void checkRouting(NetnsView view, IpFamily family, Findings findings) {
    List<IpRule> rules = view.actual().rules(family);
    for (int i = 0; i < rules.size(); i++) {
      IpRule one = rules.get(i);
      for (int j = i + 1; j < rules.size(); j++) {
        IpRule other = rules.get(j);
        if (isSame(one, other)) {
          findings.add(
              view.name(),
              "the rules with priority "
                  + one.priority()
                  + " and "
                  + other.priority()
                  + " say the same",
              RuleText.of(one),
              RuleText.of(other));
        }
      }
    }
  }

  /** Most rules of a table differ by where packets come from: that is compared first. */
  private static boolean isSame(IpRule one, IpRule other) {
    return one.table().bits() == other.table().bits()
        && isSame(one.from(), other.from())
        && one.to().equals(other.to())
        && one.iif().equals(other.iif())
        && one.mark().equals(other.mark());
  }

  private static boolean isSame(Optional<IpInterface> one, Optional<IpInterface> other) {
    return one.isPresent() == other.isPresent() && (one.isEmpty() || one.get().equals(other.get()));
  }

  private static void check(NetnsView view, Chain chain, Findings findings) {
    List<ChainRule> rules = chain.rules();
    Set<IptablesRule> seen = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      IptablesRule rule = rules.get(i).rule();
      if (!seen.add(rule)) {
        findings.add(
            view.name(),
            "chain " + chain.name() + " has twice:" + rule.text(),
            "-A " + chain.name() + rule.text());
      }
    }
  }
}
