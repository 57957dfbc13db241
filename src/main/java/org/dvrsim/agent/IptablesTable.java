package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.TableName;

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

  private final TableName name;
  private final String wrapName;

  /** The unwrapped chains and rules to be taken out of the host; null before there was one. */
  private NavigableSet<String> removeChains;

  private List<String> removeRules;

  /**
   * The chains that were added or got rules, in that order, those that are not wanted any more too.
   * A handful, so they are looked through.
   */
  private List<WantedChain> chains;

  /** Whether another table has the same list of chains, which then must not be changed. */
  private boolean chainsShared;

  private AppliedRules applied;
  private long changes;

  /** What is wanted now in all chains; null while nobody asked since the last change. */
  private WantedRules wanted;

  private String adding = "IptablesManager.__init__";

  /** Starts without chains; those of the agent itself are named after {@code wrapName}. */
  IptablesTable(TableName name, String wrapName) {
    this.name = name;
    this.wrapName = wrapName;
    this.chains = new ArrayList<>();
  }

  /** Starts as a copy of {@code other}, which must not change any more and was not applied. */
  IptablesTable(IptablesTable other) {
    this.name = other.name;
    this.wrapName = other.wrapName;
    this.chains = other.chains;
    this.chainsShared = true;
    this.wanted = other.wanted;
    this.adding = other.adding;
  }

  /** Returns the table's name. */
  TableName name() {
    return name;
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

  private WantedChain find(String name, boolean wrap) {
    for (int i = 0; i < chains.size(); i++) {
      WantedChain chain = chains.get(i);
      if (chain.wrap() == wrap && chain.name().equals(name)) {
        return chain;
      }
    }
    return null;
  }

  /** Returns a chain by the name that it is installed under, null if there never was one. */
  WantedChain findInstalled(String installedName) {
    for (int i = 0; i < chains.size(); i++) {
      if (chains.get(i).installedName().equals(installedName)) {
        return chains.get(i);
      }
    }
    return null;
  }

  /** Returns a chain to be changed, made if there is none. */
  private WantedChain changing(String name, boolean wrap) {
    WantedChain found = find(name, wrap);
    return found == null ? made(name, wrap) : changing(found);
  }

  private WantedChain made(String name, boolean wrap) {
    if (!wrap && name.startsWith(wrapName)) {
      throw new IllegalArgumentException(name + " is named like one of the agent's own chains");
    }
    WantedChain made = new WantedChain(this, name, wrap, wrap ? wrapName + "-" + name : name);
    ownChains().add(made);
    return noted(made);
  }

  /** Returns a chain to be changed: itself, or a copy if other tables have it too. */
  private WantedChain changing(WantedChain chain) {
    if (chain.owner() == this) {
      return noted(chain);
    }
    WantedChain copy = new WantedChain(this, chain);
    List<WantedChain> own = ownChains();
    own.set(own.indexOf(chain), copy);
    return noted(copy);
  }

  private WantedChain noted(WantedChain chain) {
    changes++;
    wanted = null;
    chain.noteWritten(null);
    if (applied != null) {
      applied.changing(chain);
    }
    return chain;
  }

  private List<WantedChain> ownChains() {
    if (chainsShared) {
      chains = new ArrayList<>(chains);
      chainsShared = false;
    }
    return chains;
  }

  /** Adds a wrapped chain. */
  void addChain(String name) {
    addChain(name, true);
  }

  /** Adds a chain; one that is there stays. */
  void addChain(String name, boolean wrap) {
    String chain = IptablesManager.getChainName(name, wrap);
    if (!isAdded(chain, wrap)) {
      changing(chain, wrap).setAdded(true);
    }
  }

  private boolean isAdded(String chain, boolean wrap) {
    WantedChain found = find(chain, wrap);
    return found != null && found.isAdded();
  }

  /** Removes a wrapped chain with its rules and the rules that jump to it. */
  void removeChain(String name) {
    removeChain(name, true);
  }

  /**
   * Removes a chain with its rules and the rules that jump to it; one that isn't there is no error.
   *
   * <p>Defect: a rule goes too if its text merely contains the jump, as one to a chain with a
   * longer name does. So do the rules of the wrapped chain with those of the unwrapped one of the
   * same name, and the other way round.
   */
  void removeChain(String name, boolean wrap) {
    String chain = IptablesManager.getChainName(name, wrap);
    if (!isAdded(chain, wrap)) {
      return;
    }
    changing(chain, wrap).setAdded(false);
    String jump = wrap ? "-j " + wrapName + "-" + chain : "-j " + chain;
    for (WantedChain each : List.copyOf(chains)) {
      List<AgentIptablesRule> kept = new ArrayList<>();
      for (AgentIptablesRule rule : each.rules()) {
        if (!each.name().equals(chain) && !rule.rule().contains(jump)) {
          kept.add(rule);
        } else if (!wrap) {
          removeRules().add(rule.toString());
        }
      }
      if (kept.size() < each.rules().size()) {
        changing(each).setRules(kept);
      }
    }
    if (!wrap) {
      removeChains().add(chain);
    }
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
    WantedChain found = find(name, wrap);
    if (wrap && (found == null || !found.isAdded())) {
      throw new LookupFailure("Unknown chain: '" + name + "'");
    }
    WantedChain changing = found == null ? made(name, wrap) : changing(found);
    changing.add(ChainTargets.wrapped(rule, wrapName, wrap), top, tag, comment, adding);
  }

  /** Removes a rule of a wrapped chain. */
  void removeRule(String chain, String rule) {
    removeRule(chain, rule, true, false, "");
  }

  /** Removes the first rule that equals the one given; one that isn't there is no error. */
  void removeRule(String chain, String rule, boolean wrap, boolean top, String comment) {
    WantedChain found = find(IptablesManager.getChainName(chain, wrap), wrap);
    AgentIptablesRule gone =
        found == null ? null : found.find(ChainTargets.wrapped(rule, wrapName, wrap), top);
    if (gone == null) {
      return;
    }
    changing(found).removeFirstEquals(List.of(gone));
    if (!wrap) {
      String text = ChainTargets.wrapped(rule, wrapName, wrap);
      removeRules()
          .add(
              new AgentIptablesRule(found.installedName(), text, top, "", comment, adding)
                  .toString());
    }
  }

  /** Returns the rules of a chain, in order. */
  List<AgentIptablesRule> chainRules(String chain, boolean wrap) {
    WantedChain found = find(IptablesManager.getChainName(chain, wrap), wrap);
    return found == null ? List.of() : List.copyOf(found.rules());
  }

  /** Removes all rules of a wrapped chain. */
  void emptyChain(String chain) {
    emptyChain(chain, true);
  }

  /** Removes all rules of a chain. */
  void emptyChain(String chain, boolean wrap) {
    WantedChain found = find(IptablesManager.getChainName(chain, wrap), wrap);
    if (found != null && !found.isEmpty()) {
      changing(found).clear();
    }
  }

  /**
   * Writes the rules of a wrapped chain anew: empties it and has {@code body} add them. If they
   * were written from an equal source and stayed as they were since, they are left as they are.
   *
   * @param source all that the rules hang on; must not change any more
   */
  void rewrite(String chain, Object source, Runnable body) {
    String name = IptablesManager.getChainName(chain, true);
    WantedChain found = find(name, true);
    if (found != null && source.equals(found.writtenFrom())) {
      return;
    }
    emptyChain(chain);
    body.run();
    WantedChain written = find(name, true);
    if (written != null && written.owner() == this) {
      written.noteWritten(source);
    }
  }

  /** Removes the rules that were added with {@code tag}; an empty one stands for no rule. */
  void clearRulesByTag(String tag) {
    if (tag.isEmpty()) {
      return;
    }
    for (int i = 0; i < chains.size(); i++) {
      List<AgentIptablesRule> gone = chains.get(i).tagged(tag);
      if (!gone.isEmpty()) {
        changing(chains.get(i)).removeFirstEquals(gone);
      }
    }
  }

  /** Returns the added chains' names, without what wraps them, in order. */
  NavigableSet<String> chains(boolean wrap) {
    NavigableSet<String> names = new TreeSet<>();
    for (WantedChain chain : chains) {
      if (chain.isAdded() && chain.wrap() == wrap) {
        names.add(chain.name());
      }
    }
    return names;
  }

  /** Returns the chains, those that are not wanted any more too. */
  List<WantedChain> chains() {
    return Collections.unmodifiableList(chains);
  }

  /** Returns the rules, those of a chain in the order they were added. */
  List<AgentIptablesRule> rules() {
    List<AgentIptablesRule> all = new ArrayList<>();
    chains.forEach(chain -> all.addAll(chain.rules()));
    return all;
  }

  /** Returns the unwrapped chains to be taken out of the host; {@link IptablesDiff} empties it. */
  NavigableSet<String> removeChains() {
    if (removeChains == null) {
      removeChains = new TreeSet<>();
    }
    return removeChains;
  }

  /** Returns the unwrapped rules to be taken out of the host; {@link IptablesDiff} empties it. */
  List<String> removeRules() {
    if (removeRules == null) {
      removeRules = new ArrayList<>();
    }
    return removeRules;
  }

  /** Tells whether no unwrapped chain or rule is to be taken out of the host. */
  boolean removesNothing() {
    return (removeRules == null || removeRules.isEmpty())
        && (removeChains == null || removeChains.isEmpty());
  }

  /** Returns what is wanted now in all chains. */
  WantedRules wanted() {
    if (wanted == null) {
      List<ChainState> states = new ArrayList<>(chains.size());
      for (int i = 0; i < chains.size(); i++) {
        if (chains.get(i).isWanted()) {
          states.add(chains.get(i).state());
        }
      }
      wanted = new WantedRules(states);
    }
    return wanted;
  }

  /** Returns what was last found to be installed already, null before. */
  AppliedRules applied() {
    return applied;
  }

  /** Tells whether what is wanted was found to be installed, and both stayed the same. */
  boolean isApplied(Netfilter installed) {
    return applied != null && removesNothing() && applied.isCurrent(installed);
  }

  /** Notes that what is wanted now is installed already. */
  void setApplied(Netfilter installed) {
    if (applied == null) {
      applied = new AppliedRules(installed, name);
    } else {
      applied.remember(installed);
    }
  }

  /** Returns a number that grows with every change. */
  long changes() {
    return changes;
  }
}
