package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A chain of rules: a base chain that a hook calls, or a user chain that rules jump to.
 *
 * <p>Models: include/net/netfilter/nf_tables.h:struct nft_chain
 */
public final class Chain {
  private final Hook hook;
  private final ArrayList<ChainRule> rules = new ArrayList<>();
  private final List<ChainRule> view = Collections.unmodifiableList(rules);

  /** How many rules of this chain lead to which chain; null before that was asked for. */
  private Map<Chain, Integer> jumps;

  /** How many rules of this chain only some hooks may reach; null before that was asked for. */
  private Map<Integer, Integer> restrictions;

  /** Made when a packet comes by; null while it isn't there or isn't worth it. */
  private ChainIndex index;

  private boolean indexed;

  /** Whether a rule is here twice; null while nobody knows. */
  private Boolean repeating;

  private String name;
  private Policy policy = Policy.ACCEPT;
  private long packets;
  private long bytes;
  private int references;

  Chain(String name, Hook hook) {
    this.name = name;
    this.hook = hook;
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
    return view;
  }

  /** Returns the number of rules. */
  int size() {
    return rules.size();
  }

  /** Returns a rule by its index, from 0 on. */
  ChainRule rule(int index) {
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
    link(rule, 1);
  }

  void remove(int position) {
    ChainRule rule = rules.remove(position);
    forgetIndex();
    rule.setRemoved(true);
    link(rule, -1);
  }

  void replace(int position, ChainRule rule) {
    ChainRule old = rules.set(position, rule);
    forgetIndex();
    old.setRemoved(true);
    link(old, -1);
    rule.setRemoved(false);
    link(rule, 1);
  }

  List<ChainRule> removeAll() {
    List<ChainRule> old = new ArrayList<>(rules);
    for (ChainRule rule : old) {
      rule.setRemoved(true);
      link(rule, -1);
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
    if (rules.size() < 2) {
      return false;
    }
    Set<IptablesRule> seen = new HashSet<>(rules.size() * 2);
    for (int i = 0; i < rules.size(); i++) {
      if (!seen.add(rules.get(i).rule())) {
        return true;
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

  private void link(ChainRule rule, int difference) {
    if (rule.jump() != null) {
      rule.jump().references += difference;
    }
    if (jumps != null) {
      count(rule, difference);
    }
  }

  /** Counts the rules that are there now, as from now on each that comes or goes. */
  private void needCounts() {
    if (jumps == null) {
      jumps = new LinkedHashMap<>(4);
      restrictions = new LinkedHashMap<>(4);
      for (ChainRule rule : rules) {
        count(rule, 1);
      }
    }
  }

  private void count(ChainRule rule, int difference) {
    if (rule.jump() != null) {
      count(jumps, rule.jump(), difference);
    }
    int allowed = rule.rule().allowedHooks();
    if (allowed != Hook.ALL) {
      count(restrictions, allowed, difference);
    }
  }

  private static <K> void count(Map<K, Integer> counts, K key, int difference) {
    int sum = counts.getOrDefault(key, 0) + difference;
    if (sum == 0) {
      counts.remove(key);
    } else {
      counts.put(key, sum);
    }
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
    needCounts();
    return Collections.unmodifiableSet(jumps.keySet());
  }

  /**
   * Tells whether other rules of this chain lead where {@code rule} leads and are allowed where it
   * is allowed, so that a table which is in order stays so if this chain gets it.
   */
  boolean leadsWhere(ChainRule rule) {
    int allowed = rule.rule().allowedHooks();
    if (rule.jump() == null && allowed == Hook.ALL) {
      return true;
    }
    needCounts();
    return (rule.jump() == null || jumps.containsKey(rule.jump()))
        && (allowed == Hook.ALL || restrictions.containsKey(allowed));
  }

  /** Tells whether a rule of this chain jumps or goes to another one. */
  public boolean hasJumps() {
    needCounts();
    return !jumps.isEmpty();
  }

  /** Tells whether every rule in this chain may be reached from {@code from}. */
  boolean mayBeReachedFrom(Hook from) {
    needCounts();
    for (int allowed : restrictions.keySet()) {
      if ((allowed & from.bit()) == 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the chain's line of iptables-save, such as {@code :INPUT ACCEPT [0:0]}.
   *
   * <p>Models: iptables/nft-shared.c:nft_ipv46_save_chain()
   */
  public String line() {
    return ":" + name + " " + (isBase() ? policy : "-") + " [" + packets + ":" + bytes + "]";
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
