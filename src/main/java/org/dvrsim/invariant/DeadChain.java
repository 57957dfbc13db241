package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.Jump;
import org.dvrsim.netfilter.Table;

/** Every jump has its chain, and every built-in chain jumps to the agent's own. */
final class DeadChain extends NetnsInvariant {
  @Override
  public String name() {
    return "dead-chain";
  }

  @Override
  public String consequence() {
    return "Rules that translate, mark or drop packets are there but no packet ever meets them.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.NETFILTER);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    for (IpFamily family : IpFamily.values()) {
      for (Table table : view.actual().netfilter(family).tables()) {
        check(view, table, findings);
      }
    }
  }

  private static void check(NetnsView view, Table table, Findings findings) {
    Set<String> targets = new LinkedHashSet<>();
    for (Chain chain : table.baseChains()) {
      addTargets(chain, targets);
      String own = NatRule.CHAIN_PREFIX + chain.name();
      Chain wrapped = table.chain(own);
      if (wrapped != null && !wrapped.rules().isEmpty() && !targets.contains(own)) {
        findings.add(
            view.name(), table.name() + " " + chain.name() + " does not jump to " + own, own);
      }
    }
    table.userChains().forEach(chain -> addTargets(chain, targets));
    for (String target : targets) {
      if (table.chain(target) == null) {
        findings.add(view.name(), "a jump leads to chain " + target + ", which is missing", target);
      }
    }
  }

  private static void addTargets(Chain chain, Set<String> targets) {
    for (ChainRule rule : chain.rules()) {
      if (rule.rule().target() instanceof Jump jump) {
        targets.add(jump.chain());
      }
    }
  }
}
