package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A chain of rules: a base chain that a hook calls, or a user chain that rules jump to.
 *
 * <p>Models: include/net/netfilter/nf_tables.h:struct nft_chain
 */
public final class Chain {
  /** Up to so many rules are compared with one another rather than put in a set. */
  private static final int FEW = 12;

  private final Hook hook;
  private final ArrayList<ChainRule> rules;

  /** Where the rules lead and where they are allowed; null while nobody knows. */
  private ChainReach reach;

  /** Made when a packet comes by; null while it isn't there or isn't worth it. */
  private ChainIndex index;

  private boolean indexed;

  /** Whether a rule is here twice; null while nobody knows. */
  private Boolean repeating;

  private final int hash;
  private String name;
  private Policy policy = Policy.ACCEPT;
  private long packets;
  private long bytes;
  private int references;

  Chain(String name, Hook hook) {
    this(name, hook, 0);
  }

  /** Makes a chain without rules that is about to get {@code expected} of them. */
  Chain(String name, Hook hook, int expected) {
    this.rules = new ArrayList<>(expected);
    this.name = name;
    this.hook = hook;
    this.hash = name.hashCode();
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the hook that calls this chain, null for a user chain. */
  public Hook hook() {
    return hook;
  }

  /** Tells whether a hook calls this chain. */
  public boolean isBase() {
    return hook != null;
  }

  /** Returns what happens at the end of a base chain; of no meaning for a user chain. */
  public Policy policy() {
    return policy;
  }

  /** Returns the rules in order; a view. */
  public List<ChainRule> rules() {
    return Collections.unmodifiableList(rules);
  }

  /** Returns the number of rules. */
  public int size() {
    return rules.size();
  }

  /** Returns a rule by its index, from 0 on. */
  public ChainRule rule(int index) {
    return rules.get(index);
  }

  /** Returns the number of packets that the policy decided about. */
  public long packets() {
    return packets;
  }

  /** Returns the bytes of those packets. */
  public long bytes() {
    return bytes;
  }

  /** Counts one packet that the policy decided about. */
  public void count(int length) {
    packets++;
    bytes += length;
  }

  /** Returns the number of rules that jump or go here. */
  public int references() {
    return references;
  }

  void setCounters(long newPackets, long newBytes) {
    packets = newPackets;
    bytes = newBytes;
  }

  void setPolicy(Policy newPolicy) {
    policy = newPolicy;
  }

  void rename(String newName) {
    name = newName;
    rules.forEach(ChainRule::renamed);
  }

  void add(int position, ChainRule rule) {
    rules.add(position, rule);
    forgetIndex();
    rule.setRemoved(false);
    linked(rule);
  }

  void remove(int position) {
    ChainRule rule = rules.remove(position);
    forgetIndex();
    rule.setRemoved(true);
    unlinked(rule);
  }

  void replace(int position, ChainRule rule) {
    ChainRule old = rules.set(position, rule);
    forgetIndex();
    old.setRemoved(true);
    unlinked(old);
    rule.setRemoved(false);
    linked(rule);
  }

  List<ChainRule> removeAll() {
    List<ChainRule> old = new ArrayList<>(rules);
    for (ChainRule rule : old) {
      rule.setRemoved(true);
      unlinked(rule);
    }
    rules.clear();
    forgetIndex();
    return old;
  }

  void addAll(List<ChainRule> added) {
    for (ChainRule rule : added) {
      add(rules.size(), rule);
    }
  }

  private void forgetIndex() {
    index = null;
    indexed = false;
    repeating = null;
  }

  /** Tells whether some rule is here more than once, which is found out once for each change. */
  public boolean isRepeating() {
    if (repeating == null) {
      repeating = findsRepetition();
    }
    return repeating;
  }

  private boolean findsRepetition() {
    if (rules.size() > FEW) {
      Set<IptablesRule> seen = new HashSet<>(rules.size() * 2);
      for (int i = 0; i < rules.size(); i++) {
        if (!seen.add(rules.get(i).rule())) {
          return true;
        }
      }
      return false;
    }
    for (int i = 1; i < rules.size(); i++) {
      IptablesRule rule = rules.get(i).rule();
      for (int j = 0; j < i; j++) {
        if (rule.equals(rules.get(j).rule())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the index of the rules, null if they are to be walked one by one. */
  ChainIndex index() {
    if (!indexed) {
      index = ChainIndex.of(rules);
      indexed = true;
    }
    return index;
  }

  private void linked(ChainRule rule) {
    if (rule.jump() != null) {
      rule.jump().references++;
    }
    if (reach != null) {
      reach.add(rule);
    }
  }

  private void unlinked(ChainRule rule) {
    if (rule.jump() != null) {
      rule.jump().references--;
    }
    if (!ChainReach.isUnbound(rule)) {
      reach = null;
    }
  }

  /** Returns where the rules lead now, which is found out once and kept up to date. */
  private ChainReach reach() {
    if (reach == null) {
      reach = new ChainReach();
      for (int i = 0; i < rules.size(); i++) {
        reach.add(rules.get(i));
      }
    }
    return reach;
  }

  /** Returns the index of {@code rule}, -1 if it isn't here. */
  int indexOf(ChainRule rule) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) == rule) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the chains that rules of this one jump or go to now, each once. */
  public Set<Chain> jumpTargets() {
    return reach().targets();
  }

  /**
   * Tells whether other rules of this chain lead where {@code rule} leads and are allowed where it
   * is allowed, so that a table which is in order stays so if this chain gets it.
   */
  @SuppressWarnings("ReferenceEquality") // a chain is itself
  boolean leadsWhere(ChainRule rule) {
    int allowedHooks = rule.rule().allowedHooks();
    boolean leads = rule.jump() == null;
    boolean allowed = allowedHooks == Hook.ALL;
    for (int i = 0; i < rules.size() && !(leads && allowed); i++) {
      leads |= rules.get(i).jump() == rule.jump();
      allowed |= rules.get(i).rule().allowedHooks() == allowedHooks;
    }
    return leads && allowed;
  }

  /** Tells whether a rule of this chain jumps or goes to another one. */
  public boolean hasJumps() {
    return !reach().targets().isEmpty();
  }

  /** Tells whether every rule in this chain may be reached from {@code from}. */
  boolean mayBeReachedFrom(Hook from) {
    return reach().isAllowedAt(from);
  }

  /**
   * Returns the chain's line of iptables-save, such as {@code :INPUT ACCEPT [0:0]}.
   *
   * <p>Models: iptables/nft-shared.c:nft_ipv46_save_chain()
   */
  public String line() {
    return ":" + name + " " + (isBase() ? policy : "-") + " [" + packets + ":" + bytes + "]";
  }

  /** Tells whether the other is this very chain. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  /** Returns the hash of the first name, which is at hand and the same in each run. */
  @Override
  public int hashCode() {
    return hash;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
