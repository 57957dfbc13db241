package org.dvrsim.netfilter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dvrsim.base.Errno;
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
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final List<KernelError> errors = new ArrayList<>();

  /** What iptables believes a chain to hold, where that isn't what it holds. */
  private final Map<Chain, List<ChainRule>> stale = new HashMap<>();

  /** Policies as iptables read them, where this batch changed them. */
  private final Map<Chain, Policy> readPolicies = new HashMap<>();

  /** Rules that the kernel refused and iptables believes to be there. */
  private final Set<ChainRule> refused = new HashSet<>();

  /** Chains that got rules in this batch. */
  private final Set<Chain> grown = new HashSet<>();

  /** Base chains that iptables believes to have deleted. */
  private final Set<Chain> forgotten = new HashSet<>();

  /** Whether iptables knows that the table was there before. */
  private boolean tableRead;

  private Kind lastKind;
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

  boolean hasNewRules() {
    return !grown.isEmpty();
  }

  /** Notes that something changed, and how to take it back. */
  void changed(Runnable inverse) {
    changed = true;
    undo.push(inverse);
  }

  /** Notes how to take back something that is no change to anybody else. */
  void touched(Runnable inverse) {
    undo.push(inverse);
  }

  void rollBack() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }

  void noteGrown(Chain chain) {
    grown.add(chain);
  }

  void noteRefused(ChainRule rule) {
    refused.add(rule);
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

  void forget(Chain base) {
    forgotten.add(base);
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
      changed(() -> table.remove(base));
    } else if (forgotten.remove(present)) {
      Policy policy = present.policy();
      present.setPolicy(Policy.ACCEPT);
      changed(() -> present.setPolicy(policy));
    }
  }

  Chain find(String chain) {
    Table table = table();
    return table == null ? null : table.chain(chain);
  }

  Chain findOrFail(TableCommand command, String message) {
    Chain chain = find(command.chain());
    if (chain == null) {
      throw new PrepareError(message, command.line());
    }
    return chain;
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
    stale.computeIfAbsent(chain, c -> new ArrayList<>(c.rules()));
  }

  void agree(Chain chain) {
    stale.remove(chain);
  }

  void agreeOnAll() {
    stale.clear();
  }

  /** Removes all rules of a chain. */
  void empty(Chain chain) {
    if (!chain.rules().isEmpty()) {
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
