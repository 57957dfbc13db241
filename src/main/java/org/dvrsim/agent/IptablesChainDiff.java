package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
  private final Map<String, List<String>> ours = new HashMap<>();
  private final Set<String> newChains = new TreeSet<>();
  private final List<String> goneChains = new ArrayList<>();
  private final SortedMap<String, List<String>> statements = new TreeMap<>();

  private IptablesChainDiff(String wrapName) {
    this.wrapName = wrapName;
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
    IptablesChainDiff diff = new IptablesChainDiff(wrapName);
    diff.want(wanted);
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

  private void want(IptablesTable wanted) {
    for (String chain : wanted.chains()) {
      ours.put(wrapName + "-" + chain, List.of());
    }
    for (String chain : wanted.unwrappedChains()) {
      ours.put(chain, List.of());
    }
    for (boolean top : new boolean[] {true, false}) {
      for (AgentIptablesRule rule : wanted.rules()) {
        if (rule.top() == top) {
          String chain = rule.installedChain();
          List<String> lines = ours.get(chain);
          if (lines == null || lines.isEmpty()) {
            lines = new ArrayList<>();
            ours.put(chain, lines);
          }
          lines.add(rule.toString());
        }
      }
    }
    newChains.addAll(ours.keySet());
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
    newChains.remove(name);
    if (wanted != null && isSame(installed, wanted) && !hasEqual(wanted)) {
      return;
    }
    if (own && wanted == null) {
      goneChains.add(name);
    }
    List<String> rules = wanted == null ? new ArrayList<>() : new ArrayList<>(wanted);
    if (!own) {
      for (ChainRule rule : installed) {
        String line = rule.line();
        if (!line.contains(wrapName) && (wanted == null || !wanted.contains(line))) {
          rules.add(line);
        }
      }
    }
    rules = lastOfEqual(rules);
    if (!isSame(installed, rules)) {
      List<String> lines = new ArrayList<>(installed.size());
      for (ChainRule rule : installed) {
        lines.add(rule.line());
      }
      statements.put(name, IptablesDiff.chainDiff(name, lines, rules));
    }
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

  private static boolean hasEqual(List<String> rules) {
    return rules.size() > 1 && new HashSet<>(rules).size() < rules.size();
  }

  private static List<String> lastOfEqual(List<String> rules) {
    if (!hasEqual(rules)) {
      return rules;
    }
    List<String> reversed = new ArrayList<>(rules);
    Collections.reverse(reversed);
    List<String> result = new ArrayList<>(new LinkedHashSet<>(reversed));
    Collections.reverse(result);
    return result;
  }

  private List<String> commands() {
    for (String chain : newChains) {
      List<String> rules = lastOfEqual(ours.get(chain));
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
