package org.dvrsim.invariant;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.Hook;
import org.dvrsim.netfilter.Table;

/** Every jump has its chain, and every built-in chain jumps to the agent's own. */
final class DeadChain extends NetnsInvariant {
  /** The agent's chain of each built-in one. */
  private static final Map<Hook, String> OWN = new EnumMap<>(Hook.class);

  static {
    for (Hook hook : Hook.values()) {
      OWN.put(hook, NatRule.CHAIN_PREFIX + hook.name());
    }
  }

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
    for (Chain chain : table.baseChains()) {
      String own = OWN.get(chain.hook());
      Chain wrapped = table.chain(own);
      if (wrapped != null && !wrapped.rules().isEmpty() && !leadsTo(wrapped, chain)) {
        findings.add(
            view.name(), table.name() + " " + chain.name() + " does not jump to " + own, own);
      }
    }
    for (Chain target : table.missingTargets()) {
      findings.add(view.name(), "a jump leads to chain " + target + ", which is missing", target);
    }
  }

  @SuppressWarnings("ReferenceEquality") // a chain is itself
  private static boolean leadsTo(Chain target, Chain chain) {
    List<ChainRule> rules = chain.rules();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).jump() == target) {
        return true;
      }
    }
    return false;
  }
}
