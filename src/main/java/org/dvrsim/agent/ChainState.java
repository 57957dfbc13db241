package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The rules that the agent wants in one chain, as of one time. Immutable. Its lists are array lists
 * as they come, which are compared and hashed without iterators; nobody changes them.
 */
final class ChainState {
  private final String chain;
  private final List<AgentIptablesRule> rules;
  private final List<String> lines;
  private int hash;

  private ChainState(String chain, List<AgentIptablesRule> rules, List<String> lines) {
    this.chain = chain;
    this.rules = rules;
    this.lines = lines;
  }

  /** Returns a chain without rules, given the name that it is installed under. */
  static ChainState empty(String chain) {
    return new ChainState(chain, new ArrayList<>(0), new ArrayList<>(0));
  }

  /**
   * Returns the same chain with the rules that it has now, in the order they were added; {@code
   * this} if they are the same objects.
   *
   * @param now must not change any more
   */
  ChainState with(List<AgentIptablesRule> now) {
    if (hasRules(now)) {
      return this;
    }
    List<String> newLines = linesOf(now);
    return new ChainState(chain, now, newLines.equals(lines) ? lines : newLines);
  }

  @SuppressWarnings("ReferenceEquality") // rules stay the objects they are
  private boolean hasRules(List<AgentIptablesRule> others) {
    if (rules.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> linesOf(List<AgentIptablesRule> rules) {
    List<String> lines = new ArrayList<>(rules.size());
    addLines(rules, true, lines);
    addLines(rules, false, lines);
    return lastOfEqual(lines);
  }

  private static void addLines(List<AgentIptablesRule> rules, boolean top, List<String> lines) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).top() == top) {
        lines.add(rules.get(i).toString());
      }
    }
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

  /** Tells whether some line is there twice. */
  static boolean hasEqual(List<String> lines) {
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

  /** Returns the name that the chain is installed under. */
  String chain() {
    return chain;
  }

  /**
   * Returns the rules as they are to be installed, those for the top first, of equal ones the last;
   * the same list as before if nothing changed in it. Not to be changed.
   */
  List<String> lines() {
    return lines;
  }

  /** Returns the method that added the rule that is installed as {@code line}, null if none is. */
  String methodOf(String line) {
    for (AgentIptablesRule rule : rules) {
      if (rule.toString().equals(line)) {
        return rule.addedBy();
      }
    }
    return null;
  }

  /** Tells whether the same is installed, whoever added it. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ChainState that
            && chain.equals(that.chain)
            && (lines == that.lines || lines.equals(that.lines)));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = 31 * chain.hashCode() + lines.hashCode();
    }
    return hash;
  }
}
