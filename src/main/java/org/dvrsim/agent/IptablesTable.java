package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dvrsim.netfilter.Netfilter;

/**
 * What the agent wants to be in one packet filter table: its chains and rules.
 *
 * <p>A wrapped chain is the agent's own and is installed under a name that begins with the agent's;
 * an unwrapped chain is installed under its name alone.
 *
 * <p>Models: neutron/agent/linux/iptables_manager.py:IptablesTable
 */
final class IptablesTable {
  /** A line that inserts a rule at a place in a chain. */
  private static final Pattern INSERTED = Pattern.compile("^-I (\\S+) [0-9]+");

  private final String wrapName;
  private final NavigableSet<String> removeChains = new TreeSet<>();
  private final List<String> removeRules = new ArrayList<>();
  private final WantedChains chains;
  private final WantedChains unwrappedChains;

  /** The rules by the names that their chains are installed under. */
  private Map<String, WantedChain> rules;

  /** Whether another table has the same map of rules, which then must not be changed. */
  private boolean rulesShared;

  private Optional<AppliedRules> applied = Optional.empty();
  private long changes;
  private WantedRules wanted;
  private long wantedAsOf = -1;

  /** The names of the chains when {@link #wanted} was made. */
  private List<String> wrappedThen = List.of();

  private List<String> unwrappedThen = List.of();
  private String adding = "IptablesManager.__init__";

  IptablesTable(String wrapName) {
    this.wrapName = wrapName;
    this.chains = new WantedChains(wrapName + "-");
    this.unwrappedChains = new WantedChains("");
    this.rules = new LinkedHashMap<>();
  }

  /** Starts as a copy of {@code other}, which must not change any more and was not applied. */
  IptablesTable(IptablesTable other) {
    this.wrapName = other.wrapName;
    this.chains = new WantedChains(other.chains);
    this.unwrappedChains = new WantedChains(other.unwrappedChains);
    this.rules = other.rules;
    this.rulesShared = true;
    this.wanted = other.wanted();
    this.wrappedThen = other.wrappedThen;
    this.unwrappedThen = other.unwrappedThen;
    this.wantedAsOf = changes;
  }

  /** Notes the method that adds the next rules, such as {@code FipNamespace.create}. */
  IptablesTable by(String method) {
    adding = method;
    return this;
  }

  /** Returns the line of a saved table that a line of a restore text makes. */
  static String appended(String line) {
    return INSERTED.matcher(line).replaceFirst("-A $1");
  }

  /** Adds a wrapped chain. */
  void addChain(String name) {
    addChain(name, true);
  }

  /** Adds a chain; one that is there stays. */
  void addChain(String name, boolean wrap) {
    if (chainSet(wrap).add(IptablesManager.getChainName(name, wrap))) {
      changes++;
    }
  }

  private WantedChains chainSet(boolean wrap) {
    return wrap ? chains : unwrappedChains;
  }

  /** Removes a wrapped chain with its rules and the rules that jump to it. */
  void removeChain(String name) {
    removeChain(name, true);
  }

  /**
   * Removes a chain with its rules and the rules that jump to it; one that isn't there is no error.
   *
   * <p>Defect: a rule goes too if its text merely contains the jump, as one to a chain with a
   * longer name does.
   */
  void removeChain(String name, boolean wrap) {
    String chain = IptablesManager.getChainName(name, wrap);
    if (!chainSet(wrap).remove(chain)) {
      return;
    }
    String jump = wrap ? "-j " + wrapName + "-" + chain : "-j " + chain;
    for (WantedChain each : changing().values()) {
      List<AgentIptablesRule> kept = new ArrayList<>();
      for (AgentIptablesRule rule : each.rules()) {
        if (!rule.chain().equals(chain) && !rule.rule().contains(jump)) {
          kept.add(rule);
        } else if (!wrap) {
          removeRules.add(rule.toString());
        }
      }
      if (kept.size() < each.rules().size()) {
        each.setRules(kept);
      }
    }
    if (!wrap) {
      removeChains.add(chain);
    }
  }

  /** Returns the rules, to be changed. */
  private Map<String, WantedChain> changing() {
    changes++;
    if (rulesShared) {
      Map<String, WantedChain> own = new LinkedHashMap<>();
      rules.forEach((chain, wantedChain) -> own.put(chain, new WantedChain(wantedChain)));
      rules = own;
      rulesShared = false;
    }
    return rules;
  }

  /** Adds a rule to a wrapped chain. */
  void addRule(String chain, String rule) {
    addRule(chain, rule, true, false, "", "");
  }

  /** Adds a rule to a wrapped chain, to be found by {@code tag}. */
  void addRule(String chain, String rule, String tag) {
    addRule(chain, rule, true, false, tag, "");
  }

  /**
   * Adds a rule.
   *
   * @param rule what follows {@code -A CHAIN}; a word {@code $NAME} becomes the chain's full name
   * @param tag empty for none
   * @param comment empty for none
   * @throws LookupFailure if a wrapped chain has not been added
   */
  void addRule(String chain, String rule, boolean wrap, boolean top, String tag, String comment) {
    String name = IptablesManager.getChainName(chain, wrap);
    if (wrap && !chains.contains(name)) {
      throw new LookupFailure("Unknown chain: '" + name + "'");
    }
    AgentIptablesRule added =
        new AgentIptablesRule(
            name, wrapTargets(rule, wrap), wrap, top, wrapName, tag, comment, adding);
    Map<String, WantedChain> changing = changing();
    WantedChain ofChain = changing.get(added.installedChain());
    if (ofChain == null) {
      ofChain = new WantedChain();
      changing.put(added.installedChain(), ofChain);
    }
    ofChain.add(added);
  }

  private String wrapTargets(String rule, boolean wrap) {
    if (rule.indexOf('$') < 0) {
      return rule;
    }
    String[] words = rule.split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      if (words[i].startsWith("$")) {
        words[i] = wrapName + "-" + IptablesManager.getChainName(words[i].substring(1), wrap);
      }
    }
    return String.join(" ", words);
  }

  /** Removes a rule of a wrapped chain. */
  void removeRule(String chain, String rule) {
    removeRule(chain, rule, true, false, "");
  }

  /** Removes the first rule that equals the one given; one that isn't there is no error. */
  void removeRule(String chain, String rule, boolean wrap, boolean top, String comment) {
    AgentIptablesRule gone =
        new AgentIptablesRule(
            chain, wrapTargets(rule, wrap), wrap, top, wrapName, "", comment, adding);
    WantedChain ofChain = rules.get(gone.installedChain());
    if (ofChain != null && ofChain.rules().contains(gone)) {
      changing().get(gone.installedChain()).removeFirstEquals(List.of(gone));
      if (!wrap) {
        removeRules.add(gone.toString());
      }
    }
  }

  /** Returns the rules of a chain, in order. */
  List<AgentIptablesRule> chainRules(String chain, boolean wrap) {
    String name = IptablesManager.getChainName(chain, wrap);
    WantedChain ofChain = rules.get(wrap ? wrapName + "-" + name : name);
    if (ofChain == null) {
      return List.of();
    }
    List<AgentIptablesRule> found = new ArrayList<>();
    for (AgentIptablesRule rule : ofChain.rules()) {
      if (rule.wrap() == wrap && rule.chain().equals(name)) {
        found.add(rule);
      }
    }
    return found;
  }

  /** Removes all rules of a wrapped chain. */
  void emptyChain(String chain) {
    emptyChain(chain, true);
  }

  /** Removes all rules of a chain. */
  void emptyChain(String chain, boolean wrap) {
    List<AgentIptablesRule> gone = chainRules(chain, wrap);
    if (!gone.isEmpty()) {
      changing().get(gone.get(0).installedChain()).removeFirstEquals(gone);
    }
  }

  /** Removes the rules that were added with {@code tag}; an empty one stands for no rule. */
  void clearRulesByTag(String tag) {
    if (tag.isEmpty()) {
      return;
    }
    for (String chain : List.copyOf(rules.keySet())) {
      List<AgentIptablesRule> gone = new ArrayList<>(0);
      for (AgentIptablesRule rule : rules.get(chain).rules()) {
        if (rule.tag().equals(tag)) {
          gone.add(rule);
        }
      }
      if (!gone.isEmpty()) {
        changing().get(chain).removeFirstEquals(gone);
      }
    }
  }

  /** Returns the wrapped chains' names, without what wraps them, in order. */
  NavigableSet<String> chains() {
    return chains.names();
  }

  /** Returns the unwrapped chains' names in order. */
  NavigableSet<String> unwrappedChains() {
    return unwrappedChains.names();
  }

  /** Returns the names of the unwrapped chains in order. */
  List<String> unwrappedInstalled() {
    return unwrappedChains.installedNames();
  }

  /** Returns the rules, those of a chain in the order they were added. */
  List<AgentIptablesRule> rules() {
    List<AgentIptablesRule> all = new ArrayList<>();
    rules.values().forEach(chain -> all.addAll(chain.rules()));
    return all;
  }

  /** Returns the unwrapped chains to be taken out of the host; {@link IptablesDiff} empties it. */
  NavigableSet<String> removeChains() {
    return removeChains;
  }

  /** Returns the unwrapped rules to be taken out of the host; {@link IptablesDiff} empties it. */
  List<String> removeRules() {
    return removeRules;
  }

  /** Tells whether no unwrapped chain or rule is to be taken out of the host. */
  boolean removesNothing() {
    return removeRules.isEmpty() && removeChains.isEmpty();
  }

  /** Returns what is wanted now, the same again for as long as nothing changes. */
  WantedRules wanted() {
    if (wantedAsOf != changes) {
      if (isOther(wanted)) {
        wrappedThen = chains.installedNames();
        unwrappedThen = unwrappedChains.installedNames();
        wanted = new WantedRules(states());
      }
      wantedAsOf = changes;
    }
    return wanted;
  }

  /** Tells whether anything changed since {@code before} was wanted. */
  @SuppressWarnings("ReferenceEquality") // a chain's state is one object while it is as it was
  private boolean isOther(WantedRules before) {
    if (before == null
        || wrappedThen != chains.installedNames()
        || unwrappedThen != unwrappedChains.installedNames()) {
      return true;
    }
    for (Map.Entry<String, WantedChain> entry : rules.entrySet()) {
      WantedChain.State then = before.state(entry.getKey());
      if (entry.getValue().state() != (then == null ? WantedChain.State.EMPTY : then)) {
        return true;
      }
    }
    return false;
  }

  private Map<String, WantedChain.State> states() {
    Map<String, WantedChain.State> states = new HashMap<>();
    for (String chain : wrappedThen) {
      states.put(chain, WantedChain.State.EMPTY);
    }
    for (String chain : unwrappedThen) {
      states.put(chain, WantedChain.State.EMPTY);
    }
    for (Map.Entry<String, WantedChain> entry : rules.entrySet()) {
      if (!entry.getValue().rules().isEmpty()) {
        states.put(entry.getKey(), entry.getValue().state());
      }
    }
    return states;
  }

  /** Returns what was last found to be installed already. */
  Optional<AppliedRules> applied() {
    return applied;
  }

  /** Tells whether what is wanted was found to be installed, and both stayed the same. */
  boolean isApplied(Netfilter installed) {
    return applied.isPresent() && applied.get().isCurrent(installed);
  }

  /** Notes what was found to be installed already. */
  void setApplied(AppliedRules applied) {
    this.applied = Optional.of(applied);
  }

  /** Returns a number that grows with every change. */
  long changes() {
    return changes;
  }
}
