package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.Hook;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.Table;
import org.dvrsim.netfilter.TableName;

/**
 * Works out what {@link IptablesDiff} does, from the installed chains instead of their text.
 *
 * <p>A saved line names its chain, so what becomes of a chain's lines hangs on that chain's wanted
 * and installed rules alone: first the agent's, those for the top before the others, then what is
 * installed and not the agent's, of equal lines the last. Chains that stay as they are need not be
 * written out. Where it does hang on more, which is rare, the text decides: rules or chains that
 * are not the agent's own are to be removed, or a shared chain is missing from a table that is
 * there.
 */
final class IptablesChainDiff {
  private final String wrapName;
  private final Map<String, List<String>> ours;

  /** The chains that the agent wants and that are listed. */
  private final Set<String> shown = new HashSet<>();

  private final List<String> goneChains = new ArrayList<>();
  private final SortedMap<String, List<String>> statements = new TreeMap<>();

  private IptablesChainDiff(IptablesTable wanted, String wrapName) {
    this.wrapName = wrapName;
    this.ours = wanted.linesByChain();
  }

  /** Returns the commands that lead from the installed table to the wanted one. */
  static List<String> changes(
      Netfilter installed, TableName name, IptablesTable wanted, String wrapName) {
    Table table = installed.tableOrNull(name);
    if (!wanted.removeRules().isEmpty()
        || !wanted.removeChains().isEmpty()
        || (table != null && !hasAll(table, wanted.unwrappedChains()))) {
      List<String> oldRules = installed.save(name);
      return IptablesDiff.generatePathBetweenRules(
          oldRules, IptablesDiff.modifyRules(oldRules, wanted, wrapName));
    }
    IptablesChainDiff diff = new IptablesChainDiff(wanted, wrapName);
    if (table != null) {
      for (Hook hook : name.hooks()) {
        diff.compare(hook.name(), table.baseChain(hook));
      }
      for (Chain chain : table.userChains()) {
        diff.compare(chain.name(), chain);
      }
    }
    return diff.commands();
  }

  private static boolean hasAll(Table table, Iterable<String> chains) {
    for (String chain : chains) {
      if (table.chain(chain) == null) {
        return false;
      }
    }
    return true;
  }

  /**
   * Compares a chain.
   *
   * @param chain null for a base chain that is shown though it was not made yet
   */
  private void compare(String name, Chain chain) {
    List<ChainRule> installed = chain == null ? List.of() : chain.rules();
    boolean own = name.contains(wrapName);
    List<String> wanted = ours.get(name);
    if (wanted != null) {
      shown.add(name);
    } else if (own) {
      goneChains.add(name);
    }
    List<String> rules = wanted == null ? List.of() : wanted;
    if (!own) {
      rules = withForeign(rules, installed);
    }
    if (!isSame(installed, rules)) {
      List<String> lines = new ArrayList<>(installed.size());
      for (ChainRule rule : installed) {
        lines.add(rule.line());
      }
      statements.put(name, IptablesDiff.chainDiff(name, lines, rules));
    }
  }

  /** Returns the agent's rules of a chain with those that somebody else put there. */
  private List<String> withForeign(List<String> wanted, List<ChainRule> installed) {
    List<String> foreign = new ArrayList<>(0);
    for (ChainRule rule : installed) {
      String line = rule.line();
      if (!line.contains(wrapName) && !wanted.contains(line)) {
        foreign.add(line);
      }
    }
    if (foreign.isEmpty()) {
      return wanted;
    }
    List<String> all = new ArrayList<>(wanted);
    all.addAll(foreign);
    return IptablesTable.lastOfEqual(all);
  }

  private static boolean isSame(List<ChainRule> installed, List<String> rules) {
    if (installed.size() != rules.size()) {
      return false;
    }
    for (int i = 0; i < rules.size(); i++) {
      if (!installed.get(i).line().equals(rules.get(i))) {
        return false;
      }
    }
    return true;
  }

  private List<String> commands() {
    Set<String> newChains = new TreeSet<>();
    for (String chain : ours.keySet()) {
      if (!shown.contains(chain)) {
        newChains.add(chain);
      }
    }
    for (String chain : newChains) {
      List<String> rules = ours.get(chain);
      if (!rules.isEmpty()) {
        statements.put(chain, IptablesDiff.chainDiff(chain, List.of(), rules));
      }
    }
    List<String> commands = new ArrayList<>();
    for (String chain : newChains) {
      commands.add(":" + chain + " - [0:0]");
    }
    for (boolean securityGroups : new boolean[] {false, true}) {
      statements.forEach(
          (chain, lines) -> {
            if (IptablesDiff.isOfSecurityGroup(chain) == securityGroups) {
              commands.addAll(lines);
            }
          });
    }
    Collections.sort(goneChains);
    for (String chain : goneChains) {
      commands.add("-X " + chain);
    }
    return commands;
  }
}
