package org.dvrsim.invariant;

import java.util.HashSet;
import java.util.Set;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.Jump;
import org.dvrsim.netfilter.Table;

/** Every jump has its chain, and every chain with rules has a jump that leads to it. */
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
  void check(NetnsView view, Findings findings) {
    for (IpFamily family : IpFamily.values()) {
      for (Table table : view.actual().netfilter(family).tables()) {
        check(view, table, findings);
      }
    }
  }

  private static void check(NetnsView view, Table table, Findings findings) {
    Set<String> targets = new HashSet<>();
    table.baseChains().forEach(chain -> addTargets(chain, targets));
    table.userChains().forEach(chain -> addTargets(chain, targets));
    for (Chain chain : table.userChains()) {
      if (!targets.remove(chain.name()) && !chain.rules().isEmpty()) {
        findings.add(
            view.name(),
            "no jump leads to chain " + chain.name() + " of table " + table.name(),
            chain.name());
      }
    }
    for (String missing : targets) {
      findings.add(
          view.name(), "a jump leads to chain " + missing + ", which is missing", missing);
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
