package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dvrsim.netfilter.RestoreLine;

/**
 * Works out the commands that lead from what is installed in one packet filter table to what the
 * agent wants there.
 *
 * <p>First the wanted table is written as if it had been saved: the installed lines that are not
 * the agent's, with the agent's chains and rules put in after the chains. Then the two are compared
 * chain by chain, each as ndiff compares texts, and every line that goes or comes is turned into
 * {@code -D} or {@code -I} at its position.
 *
 * <p>Models: neutron/agent/linux/iptables_manager.py:IptablesManager._modify_rules,
 * _generate_path_between_rules, _generate_chain_diff_iptables_commands
 */
final class IptablesDiff {
  private static final Pattern LOWERCASE_MAC = Pattern.compile("(?:[0-9a-f]{2}:){5}[0-9a-f]{2}");

  private IptablesDiff() {}

  /**
   * Returns the lines that the table should have.
   *
   * @param currentLines the table's lines as iptables-save gives them, from {@code *TABLE} to
   *     {@code COMMIT}; empty if the table is not there
   */
  static List<String> modifyRules(List<String> currentLines, IptablesTable table, String wrapName) {
    Set<String> ours = new HashSet<>();
    for (AgentIptablesRule rule : table.rules()) {
      ours.add(rule.toString());
    }
    List<String> kept = new ArrayList<>(currentLines.size() + table.rules().size());
    for (String line : currentLines) {
      if (!line.contains(wrapName) && !ours.contains(line.strip())) {
        kept.add(line.strip());
      }
    }
    List<String> inserted = new ArrayList<>();
    for (String chain : table.chains(true)) {
      inserted.add(":" + wrapName + "-" + chain);
    }
    for (String chain : table.chains(false)) {
      String declared = ":" + chain;
      if (kept.stream().noneMatch(line -> line.contains(declared))) {
        inserted.add(declared);
      }
    }
    for (boolean top : new boolean[] {true, false}) {
      for (AgentIptablesRule rule : table.rules()) {
        if (rule.top() == top) {
          inserted.add(rule.toString());
        }
      }
    }
    kept.addAll(Math.min(rulesIndex(kept), kept.size()), inserted);
    return weeded(kept, table);
  }

  /** Returns the position right after the chains. */
  private static int rulesIndex(List<String> lines) {
    boolean seenChains = false;
    int index = 0;
    for (int i = 0; i < lines.size(); i++) {
      index = i;
      boolean chain = lines.get(i).startsWith(":");
      if (seenChains && !chain) {
        break;
      }
      seenChains |= chain;
    }
    return seenChains ? index : 2;
  }

  /** Leaves out all but the last of equal lines, and what is to be removed. */
  private static List<String> weeded(List<String> lines, IptablesTable table) {
    Set<String> seen = new HashSet<>();
    List<String> result = new ArrayList<>(lines.size());
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i);
      if (!seen.add(line)) {
        continue;
      }
      boolean removed =
          line.startsWith(":")
              ? table.removeChains().remove(line.substring(1))
              : table.removeRules().remove(line);
      if (!removed) {
        result.add(line);
      }
    }
    Collections.reverse(result);
    table.removeChains().clear();
    table.removeRules().clear();
    return result;
  }

  /** Returns the commands that lead from one set of a table's lines to another. */
  static List<RestoreLine> generatePathBetweenRules(List<String> oldRules, List<String> newRules) {
    Map<String, List<String>> oldByChain = rulesByChain(oldRules);
    Map<String, List<String>> newByChain = rulesByChain(newRules);
    List<RestoreLine> statements = new ArrayList<>();
    for (String chain : newByChain.keySet()) {
      if (!oldByChain.containsKey(chain)) {
        statements.add(RestoreLine.declare(chain));
      }
    }
    NavigableSet<String> all = new TreeSet<>(oldByChain.keySet());
    all.addAll(newByChain.keySet());
    for (boolean securityGroups : new boolean[] {false, true}) {
      for (String chain : all) {
        if (isOfSecurityGroup(chain) == securityGroups) {
          statements.addAll(
              chainDiff(
                  chain,
                  oldByChain.getOrDefault(chain, List.of()),
                  newByChain.getOrDefault(chain, List.of())));
        }
      }
    }
    for (String chain : oldByChain.keySet()) {
      if (!newByChain.containsKey(chain)) {
        statements.add(RestoreLine.deleteChain(chain));
      }
    }
    return statements;
  }

  private static Map<String, List<String>> rulesByChain(List<String> lines) {
    Map<String, List<String>> byChain = new TreeMap<>();
    for (String line : lines) {
      if (line.startsWith(":")) {
        byChain.computeIfAbsent(firstWord(line, 1), chain -> new ArrayList<>());
      } else if (line.startsWith("-A")) {
        byChain.computeIfAbsent(firstWord(line, 3), chain -> new ArrayList<>()).add(line);
      }
    }
    return byChain;
  }

  private static String firstWord(String line, int from) {
    int end = line.indexOf(' ', from);
    return line.substring(Math.min(from, line.length()), end < 0 ? line.length() : end);
  }

  /** Tells whether a chain comes after the others in what is sent. */
  static boolean isOfSecurityGroup(String chain) {
    return chain.contains("-sg-");
  }

  /** Returns the commands that lead from one set of a chain's rules to another. */
  static List<RestoreLine> chainDiff(String chain, List<String> oldRules, List<String> newRules) {
    List<RestoreLine> statements = new ArrayList<>();
    // Rules are inserted and deleted by position, counted in the chain as it is by then.
    int index = 1;
    if (oldRules.isEmpty()) {
      for (String rule : upperMacs(newRules)) {
        statements.add(insertion(chain, index++, rule));
      }
      return statements;
    }
    for (Ndiff.Step step : Ndiff.compare(upperMacs(oldRules), upperMacs(newRules))) {
      switch (step.kind()) {
        case KEEP -> index++;
        case DELETE -> statements.add(RestoreLine.delete(chain, index));
        case INSERT -> statements.add(insertion(chain, index++, step.line()));
      }
    }
    return statements;
  }

  private static RestoreLine insertion(String chain, int index, String line) {
    int space = line.indexOf(' ', 3);
    boolean empty =
        space < 0
            || (line.length() == space + 1 + chain.length() && line.startsWith(chain, space + 1));
    return RestoreLine.insert(chain, index, empty ? " " : line.substring(space));
  }

  /** Writes MAC addresses in upper case, as installed rules may have them in either. */
  private static List<String> upperMacs(List<String> rules) {
    List<String> result = rules;
    for (int i = 0; i < rules.size(); i++) {
      if (mayHaveMac(rules.get(i))) {
        if (result == rules) {
          result = new ArrayList<>(rules);
        }
        result.set(i, LOWERCASE_MAC.matcher(rules.get(i)).replaceAll(mac -> upper(mac.group())));
      }
    }
    return result;
  }

  /** Tells whether a line has as many colons as a MAC address. */
  private static boolean mayHaveMac(String line) {
    int colon = -1;
    for (int i = 0; i < 5; i++) {
      colon = line.indexOf(':', colon + 1);
      if (colon < 0) {
        return false;
      }
    }
    return true;
  }

  private static String upper(String mac) {
    return mac.toUpperCase(java.util.Locale.ROOT);
  }
}
