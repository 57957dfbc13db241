package org.dvrsim.agent;

import java.util.List;
import java.util.Map;
import org.dvrsim.ops.Attribution;

/**
 * What the agent wants to be in one packet filter table, as of one time. Immutable. What is sent to
 * a host follows from this and what is installed there; two are equal if the same is sent for them.
 */
final class WantedRules {
  private final Map<String, WantedChain.State> chains;
  private int hash;

  /**
   * Builds it.
   *
   * @param chains the wanted chains by the names that they are installed under; not to be changed
   */
  WantedRules(Map<String, WantedChain.State> chains) {
    this.chains = chains;
  }

  /** Returns the names that the wanted chains are installed under, in no order. */
  Iterable<String> chains() {
    return chains.keySet();
  }

  /** Returns how many chains are wanted. */
  int size() {
    return chains.size();
  }

  /**
   * Returns the rules of a chain as they are to be installed, those for the top first, of equal
   * ones the last.
   *
   * @param chain the name that it is installed under
   * @return null if the chain is not wanted
   */
  List<String> lines(String chain) {
    WantedChain.State state = chains.get(chain);
    return state == null ? null : state.lines();
  }

  /** Returns the chain as it was, null if it is not wanted. */
  WantedChain.State state(String chain) {
    return chains.get(chain);
  }

  /** Returns who added the rule that a line of a restore text installs. */
  Attribution attribution() {
    return line -> {
      String text = IptablesTable.appended(line);
      int end = text.startsWith("-A ") ? text.indexOf(' ', 3) : 0;
      WantedChain.State state =
          end == 0 ? null : chains.get(text.substring(3, end < 0 ? text.length() : end));
      if (state != null) {
        for (AgentIptablesRule rule : state.rules()) {
          if (rule.toString().equals(text)) {
            return rule.addedBy();
          }
        }
      }
      return "";
    };
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof WantedRules that && hasSameChains(that));
  }

  private boolean hasSameChains(WantedRules that) {
    if (chains.size() != that.chains.size()) {
      return false;
    }
    for (Map.Entry<String, WantedChain.State> entry : chains.entrySet()) {
      List<String> lines = that.lines(entry.getKey());
      if (lines == null
          || (lines != entry.getValue().lines() && !lines.equals(entry.getValue().lines()))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int sum = chains.size();
      for (Map.Entry<String, WantedChain.State> entry : chains.entrySet()) {
        sum += entry.getKey().hashCode() ^ 31 * entry.getValue().lines().hashCode();
      }
      hash = sum;
    }
    return hash;
  }
}
