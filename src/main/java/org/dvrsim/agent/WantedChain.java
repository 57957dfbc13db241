package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One chain in which the agent wants rules, in the order they were added. Tables that were copied
 * share chains until they change them.
 */
final class WantedChain {
  /** How many of the rules that were taken out are looked at to find one that comes back. */
  private static final int SEARCHED = 8;

  private final IptablesTable owner;
  private final String name;
  private final boolean wrap;
  private final String installedName;

  /** Whether the chain was added, and so is wanted without rules too. */
  private boolean added;

  private List<AgentIptablesRule> rules;

  /** Whether a rule with a tag was ever added. */
  private boolean hadTags;

  /** Whether somebody else has the same list of rules, which then must not be changed. */
  private boolean shared;

  /** What the rules were written from as a whole; null if they were changed otherwise since. */
  private Object writtenFrom;

  /** Rules that were taken out and may come back: their text need not be written again then. */
  private List<AgentIptablesRule> takenOut = List.of();

  private int nextToComeBack;
  private ChainState state;
  private boolean changed;

  /** Whether {@link #installed} tells what is installed, since which something was changed. */
  private boolean noted;

  private List<String> installed;

  /**
   * Starts without rules.
   *
   * @param owner the one table that changes it
   * @param name the name, shortened as needed
   * @param wrap whether it is one of the agent's own, installed under a name that begins with the
   *     agent's
   */
  WantedChain(IptablesTable owner, String name, boolean wrap, String installedName) {
    this.owner = owner;
    this.name = name;
    this.wrap = wrap;
    this.installedName = installedName;
    this.rules = new ArrayList<>();
    this.state = ChainState.empty(installedName);
  }

  /** Starts as a copy of {@code other}, which must not change any more. */
  WantedChain(IptablesTable owner, WantedChain other) {
    this.owner = owner;
    this.name = other.name;
    this.wrap = other.wrap;
    this.installedName = other.installedName;
    this.added = other.added;
    this.rules = other.rules;
    this.hadTags = other.hadTags;
    this.shared = true;
    this.state = other.state();
  }

  /** Returns the one table that changes it. */
  IptablesTable owner() {
    return owner;
  }

  /** Returns the name without what wraps it. */
  String name() {
    return name;
  }

  /** Tells whether the chain is one of the agent's own. */
  boolean wrap() {
    return wrap;
  }

  /** Returns the name that it is installed under. */
  String installedName() {
    return installedName;
  }

  /** Returns what the rules were written from as a whole, null if that isn't known. */
  Object writtenFrom() {
    return writtenFrom;
  }

  /** Notes what the rules were written from as a whole, null if they are about to change. */
  void noteWritten(Object source) {
    writtenFrom = source;
  }

  /** Tells whether it was added, and so is wanted without rules too. */
  boolean isAdded() {
    return added;
  }

  void setAdded(boolean added) {
    this.added = added;
  }

  /** Tells whether it is wanted: it was added or has rules. */
  boolean isWanted() {
    return added || !rules.isEmpty();
  }

  /** Returns the rules as they are now. */
  ChainState state() {
    if (changed) {
      changed = false;
      state = state.with(rules);
      shared = true;
    }
    return state;
  }

  /** Returns the lines as they are to be installed; null if the chain is not wanted. */
  List<String> lines() {
    return isWanted() ? state().lines() : null;
  }

  /**
   * Notes that what is wanted now is installed and about to change; tells whether that is news.
   *
   * <p>If nobody forgets it, it still tells of the first of many changes.
   */
  boolean noteInstalled() {
    if (noted) {
      return false;
    }
    noted = true;
    installed = lines();
    return true;
  }

  /** Forgets what was installed. */
  void forgetInstalled() {
    noted = false;
    installed = null;
  }

  /** Tells whether what was noted to be installed is what is wanted now. */
  boolean isAsInstalled() {
    List<String> now = lines();
    return now == installed || (now != null && now.equals(installed));
  }

  /** Returns the rules; a view. */
  List<AgentIptablesRule> rules() {
    return Collections.unmodifiableList(rules);
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Adds a rule at the end; see {@link AgentIptablesRule} for what it is built of. */
  void add(String rule, boolean top, String tag, String comment, String addedBy) {
    if (shared) {
      setRules(new ArrayList<>(rules));
    }
    hadTags |= !tag.isEmpty();
    AgentIptablesRule known = takenOut(rule, top, tag, comment, addedBy);
    rules.add(
        known != null
            ? known
            : new AgentIptablesRule(installedName, rule, top, tag, comment, addedBy));
    changed = true;
  }

  /** Returns the rule that was taken out and is as given, null if there is none. */
  private AgentIptablesRule takenOut(
      String rule, boolean top, String tag, String comment, String addedBy) {
    int end = Math.min(takenOut.size(), nextToComeBack + SEARCHED);
    for (int i = nextToComeBack; i < end; i++) {
      if (takenOut.get(i).is(rule, top, tag, comment, addedBy)) {
        nextToComeBack = i + 1;
        return takenOut.get(i);
      }
    }
    return null;
  }

  /** Puts others in place of all rules. */
  void setRules(List<AgentIptablesRule> now) {
    rules = now;
    shared = false;
    changed = true;
  }

  /** Takes all rules out. */
  void clear() {
    takenOut = rules;
    nextToComeBack = 0;
    setRules(new ArrayList<>());
  }

  /** Returns the rules that were added with {@code tag}, which is not empty. */
  List<AgentIptablesRule> tagged(String tag) {
    List<AgentIptablesRule> found = List.of();
    for (int i = 0; hadTags && i < rules.size(); i++) {
      if (rules.get(i).tag().equals(tag)) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(rules.get(i));
      }
    }
    return found;
  }

  /** Returns the first rule that equals one built so, null if there is none. */
  AgentIptablesRule find(String rule, boolean top) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).is(rule, top)) {
        return rules.get(i);
      }
    }
    return null;
  }

  /**
   * Removes, for each of {@code gone}, the first rule that equals it: not always the very one, as
   * equal rules may differ in tag and comment. All of them are here.
   */
  void removeFirstEquals(List<AgentIptablesRule> gone) {
    if (gone.size() == rules.size()) {
      clear();
      return;
    }
    List<AgentIptablesRule> kept = new ArrayList<>(rules.size());
    List<AgentIptablesRule> left = new ArrayList<>(gone);
    for (int i = 0; i < rules.size(); i++) {
      if (!left.remove(rules.get(i))) {
        kept.add(rules.get(i));
      }
    }
    takenOut = gone;
    nextToComeBack = 0;
    setRules(kept);
  }
}
