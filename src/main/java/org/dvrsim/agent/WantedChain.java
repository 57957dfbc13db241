package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The rules that the agent wants in one chain, in the order they were added. Copies share them
 * until they change.
 */
final class WantedChain {
  /** How many of the rules that were taken out are looked at to find one that comes back. */
  private static final int SEARCHED = 8;

  private List<AgentIptablesRule> rules;

  /** Whether another chain has the same list of rules, which then must not be changed. */
  private boolean shared;

  /** Rules that were taken out and may come back: their text need not be written again then. */
  private List<AgentIptablesRule> takenOut = List.of();

  private int nextToComeBack;
  private State state = State.EMPTY;
  private boolean changed;

  /** Starts without rules. */
  WantedChain() {
    this.rules = new ArrayList<>();
  }

  /** Starts as a copy of {@code other}, which must not change any more. */
  WantedChain(WantedChain other) {
    this.rules = other.rules;
    this.shared = true;
    this.state = other.state();
  }

  /**
   * A chain's rules as of one time.
   *
   * @param rules immutable, in the order they were added
   * @param lines as they are to be installed, those for the top first, of equal ones the last; the
   *     same list as before if nothing changed in it
   */
  record State(List<AgentIptablesRule> rules, List<String> lines) {
    /** No rules. */
    static final State EMPTY = new State(List.of(), List.of());
  }

  /** Returns the rules as they are now. */
  State state() {
    if (changed) {
      changed = false;
      if (!areSame(rules, state.rules)) {
        state = rules.isEmpty() ? State.EMPTY : stateOf(List.copyOf(rules));
      }
    }
    return state;
  }

  private State stateOf(List<AgentIptablesRule> now) {
    List<String> lines = lines(now);
    return new State(now, lines.equals(state.lines) ? state.lines : lines);
  }

  @SuppressWarnings("ReferenceEquality") // rules stay the objects they are
  private static boolean areSame(List<AgentIptablesRule> some, List<AgentIptablesRule> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> lines(List<AgentIptablesRule> rules) {
    List<String> lines = new ArrayList<>(rules.size());
    for (AgentIptablesRule rule : rules) {
      if (rule.top()) {
        lines.add(rule.toString());
      }
    }
    for (AgentIptablesRule rule : rules) {
      if (!rule.top()) {
        lines.add(rule.toString());
      }
    }
    return Collections.unmodifiableList(lastOfEqual(lines));
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

  /** Returns the rules; a view. */
  List<AgentIptablesRule> rules() {
    return Collections.unmodifiableList(rules);
  }

  /** Adds a rule at the end. */
  void add(AgentIptablesRule rule) {
    if (shared) {
      setRules(new ArrayList<>(rules));
    }
    rules.add(known(rule));
    changed = true;
  }

  /** Returns the rule that was taken out if {@code rule} is the same. */
  private AgentIptablesRule known(AgentIptablesRule rule) {
    int end = Math.min(takenOut.size(), nextToComeBack + SEARCHED);
    for (int i = nextToComeBack; i < end; i++) {
      if (takenOut.get(i).isTheSameAs(rule)) {
        nextToComeBack = i + 1;
        return takenOut.get(i);
      }
    }
    return rule;
  }

  /** Puts others in place of all rules. */
  void setRules(List<AgentIptablesRule> now) {
    rules = now;
    shared = false;
    changed = true;
  }

  /**
   * Removes, for each of {@code gone}, the first rule that equals it: not always the very one, as
   * equal rules may differ in tag and comment. Returns whether there was one.
   */
  boolean removeFirstEquals(List<AgentIptablesRule> gone) {
    List<AgentIptablesRule> kept = new ArrayList<>(rules.size());
    if (gone.size() < rules.size()) {
      Map<AgentIptablesRule, Integer> left = new HashMap<>();
      for (AgentIptablesRule rule : gone) {
        left.put(rule, left.getOrDefault(rule, 0) + 1);
      }
      for (AgentIptablesRule rule : rules) {
        int count = left.getOrDefault(rule, 0);
        if (count == 0) {
          kept.add(rule);
        } else {
          left.put(rule, count - 1);
        }
      }
    }
    if (kept.size() == rules.size()) {
      return false;
    }
    takenOut = gone;
    nextToComeBack = 0;
    setRules(kept);
    return true;
  }
}
