package org.dvrsim.invariant;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.Hook;
import org.dvrsim.netfilter.Table;

/** Every jump has its chain, and every built-in chain jumps to the agent's own. */
final class DeadChain extends NetnsInvariant {
  /** The agent's own chains that built-in ones jump to. */
  private static final Map<Hook, String> OWN = own();

  private static Map<Hook, String> own() {
    Map<Hook, String> names = new EnumMap<>(Hook.class);
    for (Hook hook : Hook.values()) {
      names.put(hook, NatRule.CHAIN_PREFIX + hook.name());
    }
    return Collections.unmodifiableMap(names);
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
    List<Table> tables = view.tables();
    for (int i = 0; i < tables.size(); i++) {
      check(view, tables.get(i), findings);
    }
  }

  private static void check(NetnsView view, Table table, Findings findings) {
    for (Chain own : table.uncalled(OWN)) {
      String chain = own.name().substring(NatRule.CHAIN_PREFIX.length());
      findings.add(view.name(), table.name() + " " + chain + " does not jump to " + own, own);
    }
    for (Chain target : table.missingTargets()) {
      findings.add(view.name(), "a jump leads to chain " + target + ", which is missing", target);
    }
  }
}
