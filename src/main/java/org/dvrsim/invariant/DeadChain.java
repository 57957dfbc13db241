package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.Set;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.Chain;
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
  Set<WantedPart> parts() {
    return EnumSet.noneOf(WantedPart.class);
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
    for (Chain own : table.uncalled(NatRule.CHAIN_PREFIX)) {
      String chain = own.name().substring(NatRule.CHAIN_PREFIX.length());
      findings.add(view.name(), table.name() + " " + chain + " does not jump to " + own, own);
    }
    for (Chain target : table.missingTargets()) {
      findings.add(view.name(), "a jump leads to chain " + target + ", which is missing", target);
    }
  }
}
