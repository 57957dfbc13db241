package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What the agent wants to be in one packet filter table, as of one time. Immutable. What is sent to
 * a host follows from this and what is installed there; two are equal if the same is sent for them.
 */
final class WantedRules {
  private final List<String> chains;
  private final List<String> unwrappedChains;
  private final AgentIptablesRule[] rules;
  private Map<String, List<String>> lines;
  private int hash;

  /**
   * Builds it.
   *
   * @param chains immutable; the names of the agent's own chains as installed, in order
   * @param unwrappedChains immutable, in order
   * @param rules in the order they were added; not to be changed from now on
   */
  WantedRules(List<String> chains, List<String> unwrappedChains, AgentIptablesRule[] rules) {
    this.chains = chains;
    this.unwrappedChains = unwrappedChains;
    this.rules = rules;
  }

  /**
   * Returns the rules of each chain as they are to be installed, those for the top first, of equal
   * ones the last; the chains by the names that they are installed under, in no order.
   */
  Map<String, List<String>> linesByChain() {
    if (lines == null) {
      Map<String, List<String>> now = new HashMap<>(2 * (chains.size() + 8));
      for (String chain : chains) {
        now.put(chain, List.of());
      }
      for (String chain : unwrappedChains) {
        now.put(chain, List.of());
      }
      addLines(true, now);
      addLines(false, now);
      for (Map.Entry<String, List<String>> entry : now.entrySet()) {
        entry.setValue(lastOfEqual(entry.getValue()));
      }
      lines = Collections.unmodifiableMap(now);
    }
    return lines;
  }

  private void addLines(boolean top, Map<String, List<String>> lines) {
    for (AgentIptablesRule rule : rules) {
      if (rule.top() == top) {
        String chain = rule.installedChain();
        List<String> known = lines.get(chain);
        if (known == null || known.isEmpty()) {
          known = new ArrayList<>();
          lines.put(chain, known);
        }
        known.add(rule.toString());
      }
    }
  }

  private static boolean hasEqual(List<String> lines) {
    if (lines.size() > 12) {
      return new HashSet<>(lines).size() < lines.size();
    }
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      for (int j = 0; j < i; j++) {
        // Lines of a chain begin alike, and know their hashes.
        if (line.hashCode() == lines.get(j).hashCode() && line.equals(lines.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the lines without those that come again later. */
  static List<String> lastOfEqual(List<String> lines) {
    if (!hasEqual(lines)) {
      return lines;
    }
    List<String> reversed = new ArrayList<>(lines);
    Collections.reverse(reversed);
    List<String> result = new ArrayList<>(new LinkedHashSet<>(reversed));
    Collections.reverse(result);
    return result;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof WantedRules that
            && rules.length == that.rules.length
            && hasSameRules(that)
            && chains.equals(that.chains)
            && unwrappedChains.equals(that.unwrappedChains));
  }

  private boolean hasSameRules(WantedRules that) {
    for (int i = 0; i < rules.length; i++) {
      if (rules[i] != that.rules[i] && !rules[i].isSentAs(that.rules[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int sum = 31 * chains.hashCode() + unwrappedChains.hashCode();
      for (AgentIptablesRule rule : rules) {
        sum = 31 * sum + rule.hashCode();
      }
      hash = sum;
    }
    return hash;
  }
}
