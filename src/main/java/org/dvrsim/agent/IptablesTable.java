package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dvrsim.ops.Attribution;

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
  private List<AgentIptablesRule> rules;

  /** Whether another table has the same list of rules, which then must not be changed. */
  private boolean rulesShared;

  private Optional<AppliedRules> applied = Optional.empty();
  private Optional<TableUpdate> made = Optional.empty();
  private long changes;
  private WantedRules wanted;
  private long wantedAsOf = -1;
  private String adding = "IptablesManager.__init__";

  /** Rules that were taken out and may come back, each by itself. */
  private Map<AgentIptablesRule, AgentIptablesRule> takenOut = Map.of();

  IptablesTable(String wrapName) {
    this.wrapName = wrapName;
    this.chains = new WantedChains(wrapName + "-");
    this.unwrappedChains = new WantedChains("");
    this.rules = new ArrayList<>();
  }

  /** Starts as a copy of {@code other}, which must not change any more and was not applied. */
  IptablesTable(IptablesTable other) {
    this.wrapName = other.wrapName;
    this.chains = new WantedChains(other.chains);
    this.unwrappedChains = new WantedChains(other.unwrappedChains);
    this.rules = other.rules;
    this.rulesShared = true;
    this.wanted = other.wanted();
    this.wantedAsOf = changes;
  }

  /** Notes the method that adds the next rules, such as {@code FipNamespace.create}. */
  IptablesTable by(String method) {
    adding = method;
    return this;
  }

  /**
   * Returns who added the rule that {@code line} of a restore text installs, as of now.
   *
   * <p>The rules that are there now stay in their list, so that later changes don't matter.
   */
  Attribution attribution() {
    List<AgentIptablesRule> now = rules;
    int count = rules.size();
    return line -> {
      String text = INSERTED.matcher(line).replaceFirst("-A $1");
      for (int i = 0; i < count; i++) {
        if (now.get(i).toString().equals(text)) {
          return now.get(i).addedBy();
        }
      }
      return "";
    };
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
    changes++;
    String jump = wrap ? "-j " + wrapName + "-" + chain : "-j " + chain;
    List<AgentIptablesRule> kept = new ArrayList<>(rules.size());
    for (AgentIptablesRule rule : rules) {
      if (!rule.chain().equals(chain) && !rule.rule().contains(jump)) {
        kept.add(rule);
      } else if (!wrap) {
        removeRules.add(rule.toString());
      }
    }
    if (!wrap) {
      removeChains.add(chain);
    }
    setRules(kept);
  }

  private void setRules(List<AgentIptablesRule> now) {
    rules = now;
    rulesShared = false;
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
    if (rulesShared) {
      setRules(new ArrayList<>(rules));
    }
    AgentIptablesRule added =
        new AgentIptablesRule(
            name, wrapTargets(rule, wrap), wrap, top, wrapName, tag, comment, adding);
    AgentIptablesRule same = takenOut.get(added);
    rules.add(same != null && same.isTheSameAs(added) ? same : added);
    changes++;
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
    List<AgentIptablesRule> kept = new ArrayList<>(rules);
    if (kept.remove(gone)) {
      setRules(kept);
      changes++;
      if (!wrap) {
        removeRules.add(gone.toString());
      }
    }
  }

  /** Returns the rules of a chain, in order. */
  List<AgentIptablesRule> chainRules(String chain, boolean wrap) {
    String name = IptablesManager.getChainName(chain, wrap);
    List<AgentIptablesRule> found = new ArrayList<>();
    for (AgentIptablesRule rule : rules) {
      if (rule.wrap() == wrap && rule.chain().equals(name)) {
        found.add(rule);
      }
    }
    return found;
  }

  /** Removes all rules of a wrapped chain. */
  void emptyChain(String chain) {
    removeFirstEquals(chainRules(chain, true));
  }

  /** Removes all rules of a chain. */
  void emptyChain(String chain, boolean wrap) {
    removeFirstEquals(chainRules(chain, wrap));
  }

  /** Removes the rules that were added with {@code tag}; an empty one stands for no rule. */
  void clearRulesByTag(String tag) {
    if (tag.isEmpty()) {
      return;
    }
    List<AgentIptablesRule> found = new ArrayList<>();
    for (AgentIptablesRule rule : rules) {
      if (rule.tag().equals(tag)) {
        found.add(rule);
      }
    }
    removeFirstEquals(found);
  }

  /** Remembers rules, as most come back at once: their text need not be written again then. */
  private void takeOut(List<AgentIptablesRule> gone) {
    if (takenOut.isEmpty() || takenOut.size() > 2 * rules.size() + 64) {
      takenOut = new HashMap<>();
    }
    for (AgentIptablesRule rule : gone) {
      takenOut.put(rule, rule);
    }
  }

  /**
   * Removes, for each of {@code gone}, the first rule that equals it: not always the very one, as
   * equal rules may differ in tag and comment.
   */
  private void removeFirstEquals(List<AgentIptablesRule> gone) {
    if (gone.isEmpty()) {
      return;
    }
    Map<AgentIptablesRule, Integer> left = new HashMap<>();
    for (AgentIptablesRule rule : gone) {
      left.put(rule, left.getOrDefault(rule, 0) + 1);
    }
    takeOut(gone);
    List<AgentIptablesRule> kept = new ArrayList<>(rules.size());
    for (AgentIptablesRule rule : rules) {
      Integer count = left.get(rule);
      if (count == null || count == 0) {
        kept.add(rule);
      } else {
        left.put(rule, count - 1);
      }
    }
    setRules(kept);
    changes++;
  }

  /** Returns the wrapped chains' names, without what wraps them, in order. */
  NavigableSet<String> chains() {
    return chains.names();
  }

  /** Returns the unwrapped chains' names in order. */
  NavigableSet<String> unwrappedChains() {
    return unwrappedChains.names();
  }

  /** Returns the rules in the order they were added. */
  List<AgentIptablesRule> rules() {
    return rules;
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
      wanted =
          new WantedRules(
              chains.installedNames(),
              unwrappedChains.installedNames(),
              rules.toArray(new AgentIptablesRule[0]));
      wantedAsOf = changes;
    }
    return wanted;
  }

  /** Returns what was last found to be installed already. */
  Optional<AppliedRules> applied() {
    return applied;
  }

  /** Notes what was found to be installed already. */
  void setApplied(AppliedRules applied) {
    this.applied = Optional.of(applied);
  }

  /** Returns what made the table on the host, if it was not there and the agent made it. */
  Optional<TableUpdate> made() {
    return made;
  }

  /** Notes what made the table on the host. */
  void setMade(TableUpdate update) {
    this.made = Optional.of(update);
  }

  /** Returns a number that grows with every change. */
  long changes() {
    return changes;
  }
}
