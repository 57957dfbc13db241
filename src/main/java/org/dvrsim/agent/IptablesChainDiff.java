package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.RestoreLine;
import org.dvrsim.netfilter.RestoreSection;
import org.dvrsim.netfilter.RuleCache;
import org.dvrsim.netfilter.Table;
import org.dvrsim.ops.Attribution;

/**
 * Works out what {@link IptablesDiff} does, from the installed chains instead of their text.
 *
 * <p>A saved line names its chain, so what becomes of a chain's lines hangs on that chain's wanted
 * and installed rules alone: first the agent's, those for the top before the others, then what is
 * installed and not the agent's, of equal lines the last. Chains that stay as they are need not be
 * written out. Where it does hang on more, which is rare, the text decides: rules or chains that
 * are not the agent's own are to be removed, or a shared chain is missing from a table that is
 * there.
 */
final class IptablesChainDiff {
  private static final Comparator<ChainChange> BY_CHAIN = Comparator.comparing(ChainChange::chain);

  private final String wrapName;
  private final RuleCache cache;
  private final Table table;
  private final IptablesTable wanted;
  private final List<String> newChains = new ArrayList<>(0);
  private final List<String> goneChains = new ArrayList<>(0);
  private final List<ChainChange> changes = new ArrayList<>(0);

  /** What is wanted in chains that are to be changed. */
  private final List<ChainState> changed = new ArrayList<>(0);

  /** Begins with a table, null if there is none. */
  private IptablesChainDiff(RuleCache cache, Table table, IptablesTable wanted, String wrapName) {
    this.cache = cache;
    this.table = table;
    this.wanted = wanted;
    this.wrapName = wrapName;
  }

  /**
   * Compares what is installed with what is wanted.
   *
   * @return null if the text must decide
   */
  static IptablesChainDiff between(Netfilter installed, IptablesTable wanted, String wrapName) {
    Table table = installed.tableOrNull(wanted.name());
    AppliedRules applied = wanted.applied();
    boolean wasAll = applied != null && applied.isInstalled(installed);
    List<WantedChain> chains = wasAll ? applied.changed() : wanted.chains();
    if (!wanted.removesNothing() || (table != null && !hasAllShared(table, chains))) {
      return null;
    }
    IptablesChainDiff diff = new IptablesChainDiff(installed.cache(), table, wanted, wrapName);
    if (wasAll) {
      diff.compareChanged(chains);
    } else {
      diff.compareAll(chains);
    }
    return diff;
  }

  /** Returns the commands that lead from the installed table to the wanted one, by their texts. */
  static List<RestoreLine> changesOfText(
      Netfilter installed, IptablesTable wanted, String wrapName) {
    List<String> oldRules = installed.save(wanted.name());
    return IptablesDiff.generatePathBetweenRules(
        oldRules, IptablesDiff.modifyRules(oldRules, wanted, wrapName));
  }

  /** Tells whether the chains that differed are as wanted by now, in the table as it is by now. */
  boolean isMadeGood(Table now) {
    IptablesChainDiff left = new IptablesChainDiff(cache, now, wanted, wrapName);
    for (ChainChange change : changes) {
      left.compare(change.chain());
    }
    for (String chain : newChains) {
      left.compare(chain);
    }
    for (String chain : goneChains) {
      left.compare(chain);
    }
    return left.isEmpty();
  }

  /** Returns who added the rules that are to come. */
  Attribution attribution() {
    return new WantedRules(changed);
  }

  /** Tells whether all is as wanted. */
  boolean isEmpty() {
    return newChains.isEmpty() && changes.isEmpty() && goneChains.isEmpty();
  }

  private static boolean hasAllShared(Table table, List<WantedChain> chains) {
    for (int i = 0; i < chains.size(); i++) {
      WantedChain chain = chains.get(i);
      if (!chain.wrap() && chain.isAdded() && table.chain(chain.installedName()) == null) {
        return false;
      }
    }
    return true;
  }

  /** Compares what is wanted with what is installed. */
  private void compareAll(List<WantedChain> chains) {
    int common = 0;
    for (int i = 0; i < chains.size(); i++) {
      WantedChain chain = chains.get(i);
      if (chain.isWanted()) {
        Chain present = installed(chain.installedName());
        compare(chain.installedName(), chain, present);
        common += present == null ? 0 : 1;
      }
    }
    if (table != null && common < table.baseChains().size() + table.userChains().size()) {
      table.baseChains().forEach(this::compareUnwanted);
      table.userChains().forEach(this::compareUnwanted);
    }
  }

  private void compareUnwanted(Chain present) {
    WantedChain found = wanted.findInstalled(present.name());
    if (found == null || !found.isWanted()) {
      compare(present.name(), found, present);
    }
  }

  /** Compares the chains that were changed since all were installed as wanted. */
  private void compareChanged(List<WantedChain> changed) {
    for (int i = 0; i < changed.size(); i++) {
      WantedChain chain = changed.get(i);
      if (!chain.isAsInstalled()) {
        compare(chain.installedName(), chain, installed(chain.installedName()));
      }
    }
  }

  private void compare(String chain) {
    compare(chain, wanted.findInstalled(chain), installed(chain));
  }

  /** Returns an installed chain, null if there is none. */
  private Chain installed(String chain) {
    return table == null ? null : table.chain(chain);
  }

  /** Tells whether iptables-save shows a chain; base chains are shown before they are made. */
  private boolean isListed(String chain, Chain present) {
    return present != null || (table != null && wanted.name().hasBaseChain(chain));
  }

  /**
   * Compares a chain.
   *
   * @param found null if it never was wanted
   * @param present null if it was not made yet
   */
  private void compare(String chain, WantedChain found, Chain present) {
    List<String> rules = found == null ? null : found.lines();
    if (rules == null) {
      rules = new ArrayList<>(0);
      if (chain.contains(wrapName) && isListed(chain, present)) {
        goneChains.add(chain);
      }
    } else if (!isListed(chain, present)) {
      newChains.add(chain);
    }
    if (isSame(present, rules)) {
      return;
    }
    List<String> before = lines(present);
    if (!chain.contains(wrapName)) {
      rules = withForeign(rules, before);
      if (before.equals(rules)) {
        return;
      }
    }
    changes.add(new ChainChange(chain, before, rules));
    if (found != null) {
      changed.add(found.state());
    }
  }

  private static List<String> lines(Chain present) {
    int size = present == null ? 0 : present.size();
    List<String> lines = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      lines.add(present.rule(i).line());
    }
    return lines;
  }

  /** Returns the agent's rules of a chain with those that somebody else put there. */
  private List<String> withForeign(List<String> wanted, List<String> installed) {
    List<String> foreign = new ArrayList<>(0);
    for (String line : installed) {
      if (!line.contains(wrapName) && !wanted.contains(line)) {
        foreign.add(line);
      }
    }
    if (foreign.isEmpty()) {
      return wanted;
    }
    List<String> all = new ArrayList<>(wanted);
    all.addAll(foreign);
    return ChainState.lastOfEqual(all);
  }

  private static boolean isSame(Chain present, List<String> rules) {
    if (present == null) {
      return rules.isEmpty();
    }
    if (present.size() != rules.size()) {
      return false;
    }
    for (int i = 0; i < rules.size(); i++) {
      if (!present.rule(i).line().equals(rules.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns what leads from the installed table to the wanted one, worked out once for equals. */
  RestoreSection section() {
    Collections.sort(newChains);
    Collections.sort(goneChains);
    changes.sort(BY_CHAIN);
    TableChange change = new TableChange(newChains, changes, goneChains);
    RestoreSection known = cache.section(wanted.name(), change);
    if (known == null) {
      known = TableUpdate.section(wanted.name(), commands());
      cache.put(change, known);
    }
    return known;
  }

  private List<RestoreLine> commands() {
    List<RestoreLine> commands = new ArrayList<>();
    for (String chain : newChains) {
      commands.add(RestoreLine.declare(chain));
    }
    List<RestoreLine> ofSecurityGroups = new ArrayList<>(0);
    for (ChainChange change : changes) {
      boolean isLate = IptablesDiff.isOfSecurityGroup(change.chain());
      (isLate ? ofSecurityGroups : commands).addAll(commands(change));
    }
    commands.addAll(ofSecurityGroups);
    for (String chain : goneChains) {
      commands.add(RestoreLine.deleteChain(chain));
    }
    return commands;
  }

  /** Returns the commands that change a chain, worked out once for equal changes. */
  private List<RestoreLine> commands(ChainChange change) {
    List<RestoreLine> known = cache.lines(change);
    if (known == null) {
      known = Collections.unmodifiableList(change.commands());
      cache.put(change, known);
    }
    return known;
  }
}
