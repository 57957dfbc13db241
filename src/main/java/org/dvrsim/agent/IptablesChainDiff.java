package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.Hook;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.RestoreLine;
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

  /** How many of the chains that the agent wants are listed. */
  private int shown;

  private final List<String> goneChains = new ArrayList<>();
  private final SortedMap<String, List<RestoreLine>> statements = new TreeMap<>();

  private IptablesChainDiff(WantedRules wanted, String wrapName) {
    this.wrapName = wrapName;
    this.ours = wanted.linesByChain();
  }

  /** Returns the commands that lead from the installed table to the wanted one. */
  static List<RestoreLine> changes(
      Netfilter installed, TableName name, IptablesTable wanted, String wrapName) {
    Table table = installed.tableOrNull(name);
    if (!wanted.removesNothing() || (table != null && !hasAll(table, wanted.unwrappedChains()))) {
      List<String> oldRules = installed.save(name);
      return IptablesDiff.generatePathBetweenRules(
          oldRules, IptablesDiff.modifyRules(oldRules, wanted, wrapName));
    }
    IptablesChainDiff diff = new IptablesChainDiff(wanted.wanted(), wrapName);
    if (table != null) {
      for (Hook hook : name.hooks()) {
        diff.compare(hook.name(), table.baseChain(hook));
      }
      for (Chain chain : table.userChains()) {
        diff.compare(chain.name(), chain);
      }
    }
    return diff.commands(name, table);
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
    List<String> wanted = ours.get(name);
    if (wanted != null) {
      shown++;
    } else if (name.contains(wrapName)) {
      goneChains.add(name);
    }
    List<String> rules = wanted == null ? List.of() : wanted;
    if (isSame(installed, rules)) {
      return;
    }
    if (!name.contains(wrapName)) {
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
    return WantedRules.lastOfEqual(all);
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

  private List<RestoreLine> commands(TableName name, Table table) {
    List<String> newChains = new ArrayList<>(0);
    if (shown < ours.size()) {
      for (String chain : ours.keySet()) {
        if (table == null || (table.chain(chain) == null && !isBuiltIn(name, chain))) {
          newChains.add(chain);
        }
      }
      Collections.sort(newChains);
    }
    for (String chain : newChains) {
      List<String> rules = ours.get(chain);
      if (!rules.isEmpty()) {
        statements.put(chain, IptablesDiff.chainDiff(chain, List.of(), rules));
      }
    }
    if (newChains.isEmpty() && statements.isEmpty() && goneChains.isEmpty()) {
      return List.of();
    }
    List<RestoreLine> commands = new ArrayList<>();
    for (String chain : newChains) {
      commands.add(RestoreLine.declare(chain));
    }
    addStatements(false, commands);
    addStatements(true, commands);
    Collections.sort(goneChains);
    for (String chain : goneChains) {
      commands.add(RestoreLine.deleteChain(chain));
    }
    return commands;
  }

  private static boolean isBuiltIn(TableName name, String chain) {
    for (Hook hook : name.hooks()) {
      if (hook.name().equals(chain)) {
        return true;
      }
    }
    return false;
  }

  private void addStatements(boolean securityGroups, List<RestoreLine> commands) {
    for (Map.Entry<String, List<RestoreLine>> entry : statements.entrySet()) {
      if (IptablesDiff.isOfSecurityGroup(entry.getKey()) == securityGroups) {
        commands.addAll(entry.getValue());
      }
    }
  }
}
