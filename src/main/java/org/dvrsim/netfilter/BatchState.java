package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dvrsim.base.Errno;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.netfilter.TableCommand.Kind;

/**
 * What a {@link Batch} has done so far: how to take it back, what the kernel refused, and where
 * iptables' copy of the chains has fallen behind the kernel's.
 */
final class BatchState {
  private final Netfilter netfilter;
  private final TableName tableName;
  private final StringBuilder stdout;
  private final boolean validateEach;
  private final boolean rulesRead;
  private final List<Runnable> undo = new ArrayList<>();
  private final List<KernelError> errors = new ArrayList<>(0);

  /** What iptables believes a chain to hold, where that isn't what it holds. */
  private Map<Chain, List<ChainRule>> stale = Collections.emptyMap();

  /** Policies as iptables read them, where this batch changed them. */
  private Map<Chain, Policy> readPolicies = Collections.emptyMap();

  /** Rules that the kernel refused and iptables believes to be there. */
  private Set<ChainRule> refused = Collections.emptySet();

  /** Chains that got rules in this batch, if the rules were not read. */
  private Set<Chain> grown = Collections.emptySet();

  /** Chains that iptables believes to have deleted. */
  private Set<Chain> forgotten = Collections.emptySet();

  /** Chains that this batch made. */
  private Set<Chain> born = Collections.emptySet();

  /** New names, which chains get once all steps are done; in order. */
  private Map<String, Chain> newNames = Collections.emptyMap();

  /** Base chains that iptables believes in since it printed them, whether they are there or not. */
  private Set<Hook> shown = Collections.emptySet();

  /** User chains in the order in which they are listed: sorted when that was first needed. */
  private List<Chain> listed;

  /** Whether iptables knows that the table was there before. */
  private boolean tableRead;

  private Kind lastKind;
  private boolean newPaths;
  private boolean changed;

  /**
   * Begins a batch.
   *
   * @param validateEach check the whole table after each rule, rather than at the end
   * @param rulesRead whether iptables has read the rules that were there before
   */
  BatchState(
      Netfilter netfilter,
      TableName tableName,
      StringBuilder stdout,
      boolean validateEach,
      boolean rulesRead) {
    this.netfilter = netfilter;
    this.tableName = tableName;
    this.stdout = stdout;
    this.validateEach = validateEach;
    this.rulesRead = rulesRead;
    this.tableRead = table() != null;
  }

  TableName tableName() {
    return tableName;
  }

  StringBuilder stdout() {
    return stdout;
  }

  List<KernelError> errors() {
    return errors;
  }

  boolean validatesEach() {
    return validateEach;
  }

  boolean isChanged() {
    return changed;
  }

  /** Tells whether hooks may reach chains or rules that they did not reach before. */
  boolean hasNewPaths() {
    return newPaths;
  }

  /** Notes that something changed, and how to take it back. */
  void changed(Runnable inverse) {
    changed = true;
    undo.add(inverse);
  }

  /** Notes how to take back something that is no change to anybody else. */
  void touched(Runnable inverse) {
    undo.add(inverse);
  }

  void rollBack() {
    for (int i = undo.size() - 1; i >= 0; i--) {
      undo.get(i).run();
    }
    undo.clear();
  }

  /** Notes that {@code rule} is about to be put into a chain. */
  void noteGrowth(Chain chain, ChainRule rule) {
    if (!rulesRead) {
      grown = with(grown, chain);
    }
    newPaths |= !chain.leadsWhere(rule);
  }

  /** Returns a set with one more element, itself but at first: few batches need any. */
  private static <T> Set<T> with(Set<T> set, T element) {
    Set<T> result = set.isEmpty() ? new HashSet<>() : set;
    result.add(element);
    return result;
  }

  void noteRefused(ChainRule rule) {
    refused = with(refused, rule);
  }

  boolean isRefused(ChainRule rule) {
    return refused.contains(rule);
  }

  /** Returns the last step that left its mark on how errors are worded, null at first. */
  Kind lastKind() {
    return lastKind;
  }

  void noteKind(Kind kind) {
    lastKind = kind;
  }

  /** Returns the policy that iptables read, null if this batch didn't change it. */
  Policy readPolicy(Chain chain) {
    return readPolicies.get(chain);
  }

  void noteReadPolicy(Chain chain, Policy policy) {
    if (readPolicies.isEmpty()) {
      readPolicies = new HashMap<>();
    }
    readPolicies.putIfAbsent(chain, policy);
  }

  /** Tells whether iptables knows of any rule in {@code chain}. */
  boolean hasKnownRules(Chain chain) {
    return (rulesRead || grown.contains(chain)) && !believed(chain).isEmpty();
  }

  Table table() {
    return netfilter.tableOrNull(tableName);
  }

  void put(Table table) {
    netfilter.put(tableName, table);
  }

  boolean isTableRead() {
    return tableRead;
  }

  void forgetTable() {
    tableRead = false;
  }

  void forget(Chain chain) {
    forgotten = with(forgotten, chain);
    if (chain.isBase() && !shown.isEmpty()) {
      shown.remove(chain.hook());
    }
  }

  /** Has iptables believe in a chain again; returns whether it didn't. */
  boolean remember(Chain chain) {
    return !forgotten.isEmpty() && forgotten.remove(chain);
  }

  Table needTable() {
    Table table = table();
    if (table != null) {
      return table;
    }
    Table made = new Table(tableName);
    put(made);
    changed(() -> put(null));
    return made;
  }

  /** Makes the table and, if {@code chain} names one of its base chains, that chain. */
  void needBaseChain(String chain) {
    Table table = needTable();
    Hook hook = tableName.hookOf(chain);
    if (hook == null) {
      return;
    }
    Chain present = table.baseChain(hook);
    if (present == null) {
      Chain base = new Chain(chain, hook);
      table.add(base);
      born = with(born, base);
      changed(() -> table.remove(base));
    } else if (remember(present)) {
      Policy policy = present.policy();
      present.setPolicy(Policy.ACCEPT);
      changed(() -> present.setPolicy(policy));
    }
  }

  Chain find(String chain) {
    Table table = table();
    Chain found = table == null ? null : table.chain(chain);
    return forgotten.contains(found) ? null : found;
  }

  /** Returns a chain that iptables believes in; one that isn't in the table is empty. */
  Chain findOrFail(TableCommand command, String message) {
    Chain chain = find(command.chain());
    if (chain != null) {
      return chain;
    }
    Hook hook = tableName.hookOf(command.chain());
    if (hook == null || !shown.contains(hook)) {
      throw new PrepareError(message, command.line());
    }
    return new Chain(command.chain(), hook);
  }

  /** Tells whether the kernel has no such chain. */
  @SuppressWarnings("ReferenceEquality") // a chain is itself
  boolean isOnlyShown(Chain chain) {
    return find(chain.name()) != chain;
  }

  /** Has iptables believe in a base chain. */
  void show(Hook hook) {
    if (shown.isEmpty()) {
      shown = EnumSet.noneOf(Hook.class);
    }
    shown.add(hook);
  }

  /** Has iptables no longer believe in base chains that aren't there. */
  void hideAll() {
    shown = Collections.emptySet();
  }

  boolean isShown(Hook hook) {
    return shown.contains(hook);
  }

  /** Returns the user chains in the order in which iptables goes through them when it prints. */
  @SuppressWarnings("ReferenceEquality") // a chain is itself
  List<Chain> listedUserChains() {
    Table table = table();
    if (listed == null) {
      listed = new ArrayList<>(table.userChains());
    }
    listed.removeIf(chain -> table.chain(chain.name()) != chain);
    for (Chain chain : table.inOrderOfCreation()) {
      if (!chain.isBase() && isBorn(chain) && !listed.contains(chain)) {
        listed.add(chain);
      }
    }
    return List.copyOf(listed);
  }

  void noteBorn(Chain chain) {
    born = with(born, chain);
  }

  /** Tells whether iptables doesn't know how the kernel counts this chain, which it just made. */
  boolean isBorn(Chain chain) {
    return born.contains(chain);
  }

  /** Has a chain get another name at the end; returns whether no other chain is to get it. */
  boolean renameLater(Chain chain, String newName) {
    if (newNames.isEmpty()) {
      newNames = new LinkedHashMap<>();
    }
    return newNames.putIfAbsent(newName, chain) == null;
  }

  /** Gives chains the names that they were to get. */
  @SuppressWarnings("ReferenceEquality") // a chain is itself
  void finishRenames() {
    newNames.forEach(
        (name, chain) -> {
          Table table = table();
          String oldName = chain.name();
          if (table == null || table.chain(oldName) != chain) {
            return;
          }
          if (table.chain(name) != null) {
            throw new NotModelledException("two chains of the same name");
          }
          table.rename(chain, name);
          changed(() -> table.rename(chain, oldName));
        });
  }

  /** Returns the rules that iptables believes a chain to hold. */
  List<ChainRule> believed(Chain chain) {
    List<ChainRule> apart = stale.get(chain);
    return apart != null ? apart : chain.rules();
  }

  /** Returns iptables' own list of a chain's rules, null if it agrees with the kernel's. */
  List<ChainRule> apart(Chain chain) {
    return stale.get(chain);
  }

  /** Has iptables keep believing in the rules that {@code chain} now holds. */
  void keepApart(Chain chain) {
    if (stale.isEmpty()) {
      stale = new HashMap<>();
    }
    stale.computeIfAbsent(chain, c -> new ArrayList<>(c.rules()));
  }

  void agree(Chain chain) {
    if (!stale.isEmpty()) {
      stale.remove(chain);
    }
  }

  void agreeOnAll() {
    stale = Collections.emptyMap();
  }

  /**
   * Removes all rules of a chain and forgets what the kernel would have said of those that are new,
   * as iptables no longer sends them.
   */
  void flush(Chain chain) {
    empty(chain);
    agree(chain);
    errors.removeIf(error -> error.isNewRuleIn(chain.name()));
  }

  /** Removes all rules of a chain. */
  void empty(Chain chain) {
    if (chain.size() > 0) {
      List<ChainRule> old = chain.removeAll();
      changed(() -> chain.addAll(old));
    }
  }

  void announce(boolean verbose, String words, Chain chain) {
    if (verbose) {
      stdout.append(words).append(chain.name()).append("'\n");
    }
  }

  void error(TableCommand command, Errno errno) {
    error(command, errno, command.chain());
  }

  void error(TableCommand command, Errno errno, String chain) {
    errors.add(new KernelError(command.line(), command.kind(), errno, chain));
  }
}
