package org.dvrsim.netfilter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.base.Errno;
import org.dvrsim.netfilter.TableCommand.Kind;

/**
 * Steps on one table that take effect together or not at all.
 *
 * <p>iptables first goes through its steps with a copy of the kernel's chains (and may find one
 * impossible), then sends them; the kernel refuses single ones, all of which are reported. Both
 * passes are made here in one, on the tables themselves, with a list of how to take everything
 * back. Where the copy is behind the kernel's state (a user chain that iptables-restore declares
 * again is emptied in the kernel, while the copy keeps its rules), it is kept apart.
 *
 * <p>Models: iptables/nft.c:nft_prepare(), nft_action(), net/netfilter/nf_tables_api.c
 */
final class Batch {
  private final Netfilter netfilter;
  private final TableName tableName;
  private final StringBuilder stdout;
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final List<KernelError> errors = new ArrayList<>();

  /** What iptables believes a chain to hold, where that isn't what it holds. */
  private final Map<Chain, List<ChainRule>> stale = new HashMap<>();

  private boolean validateEach;
  private boolean rulesAdded;
  private boolean changed;

  Batch(Netfilter netfilter, TableName tableName, StringBuilder stdout) {
    this.netfilter = netfilter;
    this.tableName = tableName;
    this.stdout = stdout;
  }

  /**
   * Does all of {@code commands}, or nothing.
   *
   * @return whether anything but counters may have changed
   * @throws PrepareError if iptables finds a step impossible
   * @throws XtablesError if a jump leads nowhere, or the kernel refuses something
   */
  boolean run(List<TableCommand> commands) {
    int printed = stdout.length();
    if (!attempt(commands)) {
      validateEach = true;
      stdout.setLength(printed);
      attempt(commands);
      throw KernelError.report(errors);
    }
    return changed;
  }

  private boolean attempt(List<TableCommand> commands) {
    errors.clear();
    stale.clear();
    undo.clear();
    rulesAdded = false;
    changed = false;
    boolean done = false;
    try {
      for (TableCommand command : commands) {
        step(command);
      }
      if (!errors.isEmpty() && !validateEach) {
        throw KernelError.report(errors);
      }
      done = !validateEach && (!rulesAdded || ChainGraph.check(table()) == null);
      return done;
    } finally {
      if (!done) {
        while (!undo.isEmpty()) {
          undo.pop().run();
        }
      }
    }
  }

  private Table table() {
    return netfilter.tableOrNull(tableName);
  }

  private void step(TableCommand command) {
    switch (command.kind()) {
      case RULE_APPEND, RULE_INSERT, RULE_REPLACE, RULE_DELETE, RULE_CHECK -> ruleStep(command);
      case RULE_FLUSH -> flush(command);
      case RULE_ZERO -> zeroRule(command);
      case CHAIN_ZERO -> zeroChains(command);
      case CHAIN_USER_ADD -> addUserChain(command);
      case CHAIN_DEL -> deleteChains(command);
      case CHAIN_RENAME -> rename(command);
      case CHAIN_UPDATE -> updatePolicy(command);
      case CHAIN_RESTORE -> restoreChain(command);
      case TABLE_FLUSH -> flushTable();
    }
  }

  // tables and chains that come into being when they are needed

  private Table needTable() {
    Table table = table();
    if (table == null) {
      table = new Table(tableName);
      netfilter.put(tableName, table);
      changed = true;
      undo.push(() -> netfilter.put(tableName, null));
    }
    return table;
  }

  private void needBaseChain(String chain) {
    Table table = needTable();
    Hook hook = tableName.hookOf(chain);
    if (hook != null && table.baseChain(hook) == null) {
      Chain base = new Chain(chain, hook);
      table.add(base);
      changed = true;
      undo.push(() -> table.remove(base));
    }
  }

  private Chain find(String chain) {
    Table table = table();
    return table == null ? null : table.chain(chain);
  }

  private Chain findOrFail(TableCommand command, String message) {
    Chain chain = find(command.chain());
    if (chain == null) {
      throw new PrepareError(message, command.line());
    }
    return chain;
  }

  // rules

  private void ruleStep(TableCommand command) {
    if (command.rule() != null) {
      String jump = command.rule().jumpChain();
      if (jump != null && tableName.hookOf(jump) == null && find(jump) == null) {
        throw XtablesError.parameter("Chain '" + jump + "' does not exist");
      }
    }
    switch (command.kind()) {
      case RULE_APPEND -> append(command);
      case RULE_INSERT -> insert(command);
      case RULE_REPLACE -> replace(command);
      case RULE_DELETE -> delete(command);
      default -> check(command);
    }
  }

  private void append(TableCommand command) {
    needBaseChain(command.chain());
    Chain chain = find(command.chain());
    print(command, command.rule());
    if (chain == null) {
      throw new PrepareError(PrepareError.NO_CHAIN, command.line());
    }
    ChainRule rule = newRule(command, chain);
    List<ChainRule> believed = stale.get(chain);
    if (believed != null) {
      believed.add(rule);
    }
    place(command, chain, rule, chain.rules().size());
  }

  private void insert(TableCommand command) {
    needBaseChain(command.chain());
    Chain chain = findOrFail(command, PrepareError.NO_CHAIN);
    List<ChainRule> believed = believed(chain);
    int index = command.index();
    if (index == believed.size() && index > 0) {
      append(
          new TableCommand(
              Kind.RULE_APPEND,
              command.chain(),
              command.rule(),
              -1,
              null,
              command.packets(),
              command.bytes(),
              command.line(),
              command.verbose()));
      return;
    }
    if (index > believed.size()) {
      throw new PrepareError("Index of insertion too big", command.line());
    }
    print(command, command.rule());
    ChainRule rule = newRule(command, chain);
    int place = 0;
    if (stale.containsKey(chain)) {
      place = index == 0 ? 0 : chain.indexOf(believed.get(index));
      believed.add(index, rule);
    } else {
      place = index;
    }
    if (place < 0) {
      error(command, Errno.ENOENT);
      place = 0;
    }
    place(command, chain, rule, place);
  }

  private ChainRule newRule(TableCommand command, Chain chain) {
    String jump = command.rule().jumpChain();
    Chain target = jump == null ? null : find(jump);
    return new ChainRule(chain, command.rule(), target, command.packets(), command.bytes());
  }

  private void place(TableCommand command, Chain chain, ChainRule rule, int index) {
    Errno refusal = refusal(chain, rule);
    chain.add(index, rule);
    added(command, refusal);
    undo.push(() -> chain.remove(chain.indexOf(rule)));
  }

  private void added(TableCommand command, Errno refusal) {
    rulesAdded = true;
    changed = true;
    if (refusal != null) {
      error(command, refusal);
    } else if (validateEach) {
      Errno invalid = ChainGraph.check(table());
      if (invalid != null) {
        error(command, invalid);
      }
    }
  }

  /**
   * Returns why the kernel refuses a rule at once, null if it takes it.
   *
   * <p>Models: net/netfilter/nft_compat.c, net/netfilter/x_tables.c:xt_check_target(),
   * xt_check_match(), net/netfilter/nf_tables_api.c:nft_verdict_init()
   */
  private Errno refusal(Chain chain, ChainRule placed) {
    IptablesRule rule = placed.rule();
    RuleHeader header = rule.header();
    if ((header.sourceInverted() && header.source().isAny())
        || (header.destinationInverted() && header.destination().isAny())) {
      return Errno.EINVAL;
    }
    RuleContext context =
        new RuleContext(
            header.family(),
            tableName,
            chain.isBase() ? chain.hook().bit() : 0,
            header.protocol(),
            header.protocolInverted());
    for (Match match : rule.matches()) {
      if (!match.isValid(context)) {
        return Errno.EINVAL;
      }
    }
    Target target = rule.target();
    if (target == Verdict.QUEUE) {
      return Errno.ENOENT;
    }
    if (target instanceof Jump) {
      return placed.jump() == null
          ? Errno.ENOENT
          : placed.jump().isBase() ? Errno.EOPNOTSUPP : null;
    }
    return target == null || target.isValid(context) ? null : Errno.EINVAL;
  }

  private void replace(TableCommand command) {
    Chain chain = findOrFail(command, PrepareError.NO_CHAIN);
    List<ChainRule> believed = believed(chain);
    if (command.index() >= believed.size()) {
      throw new PrepareError("Index of replacement too big", command.line());
    }
    print(command, command.rule());
    ChainRule old = believed.get(command.index());
    int index = chain.indexOf(old);
    ChainRule rule = newRule(command, chain);
    if (stale.containsKey(chain)) {
      believed.set(command.index(), rule);
    }
    if (index < 0) {
      error(command, Errno.ENOENT);
      return;
    }
    Errno refusal = refusal(chain, rule);
    chain.replace(index, rule);
    added(command, refusal);
    undo.push(() -> chain.replace(chain.indexOf(rule), old));
  }

  private void delete(TableCommand command) {
    Chain chain = findOrFail(command, deletionMessage(command));
    List<ChainRule> believed = believed(chain);
    int index = command.index() >= 0 ? command.index() : indexOf(believed, command.rule());
    if (index < 0) {
      throw new PrepareError(PrepareError.BAD_RULE, command.line());
    }
    if (index >= believed.size()) {
      throw new PrepareError("Index of deletion too big", command.line());
    }
    ChainRule rule = believed.get(index);
    if (command.index() < 0) {
      print(command, rule.rule());
    }
    boolean apart = stale.containsKey(chain);
    if (apart) {
      believed.remove(index);
    }
    int place = apart ? chain.indexOf(rule) : index;
    if (place < 0) {
      error(command, Errno.ENOENT);
      return;
    }
    chain.remove(place);
    changed = true;
    undo.push(() -> chain.add(place, rule));
  }

  private static String deletionMessage(TableCommand command) {
    return command.index() >= 0 ? PrepareError.NO_CHAIN : PrepareError.BAD_RULE;
  }

  private static int indexOf(List<ChainRule> rules, IptablesRule wanted) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).rule().equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  private void check(TableCommand command) {
    Chain chain = findOrFail(command, PrepareError.BAD_RULE);
    int index = indexOf(believed(chain), command.rule());
    if (index < 0) {
      throw new PrepareError(PrepareError.BAD_RULE, command.line());
    }
    print(command, command.rule());
  }

  private List<ChainRule> believed(Chain chain) {
    List<ChainRule> apart = stale.get(chain);
    return apart != null ? apart : chain.rules();
  }

  private void print(TableCommand command, IptablesRule rule) {
    if (command.verbose()) {
      RuleListing.verbose(stdout, rule, command.packets(), command.bytes());
    }
  }

  private void flush(TableCommand command) {
    boolean verbose = command.verbose();
    if (command.chain() != null) {
      needBaseChain(command.chain());
      Chain chain = findOrFail(command, PrepareError.NO_CHAIN);
      announce(verbose, "Flushing chain `", chain);
      empty(chain);
      stale.remove(chain);
      return;
    }
    if (verbose) {
      needTable();
      for (Hook hook : tableName.hooks()) {
        needBaseChain(hook.name());
      }
    }
    Table table = table();
    if (table == null) {
      return;
    }
    for (Chain chain : table.baseChains()) {
      announce(verbose, "Flushing chain `", chain);
      empty(chain);
    }
    for (Chain chain : table.userChains()) {
      announce(verbose, "Flushing chain `", chain);
      empty(chain);
    }
    stale.clear();
  }

  private void announce(boolean verbose, String words, Chain chain) {
    if (verbose) {
      stdout.append(words).append(chain.name()).append("'\n");
    }
  }

  private void empty(Chain chain) {
    if (chain.rules().isEmpty()) {
      return;
    }
    List<ChainRule> old = chain.removeAll();
    changed = true;
    undo.push(() -> chain.addAll(old));
  }

  // counters

  private void zeroRule(TableCommand command) {
    Chain chain = findOrFail(command, PrepareError.BAD_RULE);
    if (command.index() >= chain.rules().size()) {
      throw new PrepareError(PrepareError.BAD_RULE, command.line());
    }
    zero(chain.rules().get(command.index()));
  }

  private void zero(ChainRule rule) {
    long packets = rule.packets();
    long bytes = rule.bytes();
    rule.setCounters(0, 0);
    undo.push(() -> rule.setCounters(packets, bytes));
  }

  private void zeroChains(TableCommand command) {
    if (command.chain() != null) {
      Chain chain = find(command.chain());
      if (chain == null && tableName.hookOf(command.chain()) == null) {
        throw new PrepareError(PrepareError.NO_CHAIN, command.line());
      }
      if (command.verbose()) {
        stdout.append("Zeroing chain `").append(command.chain()).append("'\n");
      }
      if (chain != null) {
        zero(chain);
      }
      return;
    }
    Table table = table();
    for (Hook hook : tableName.hooks()) {
      if (command.verbose()) {
        stdout.append("Zeroing chain `").append(hook.name()).append("'\n");
      }
      if (table != null && table.baseChain(hook) != null) {
        zero(table.baseChain(hook));
      }
    }
    if (table != null) {
      for (Chain chain : table.userChains()) {
        announce(command.verbose(), "Zeroing chain `", chain);
        zero(chain);
      }
    }
  }

  private void zero(Chain chain) {
    long packets = chain.packets();
    long bytes = chain.bytes();
    chain.setCounters(0, 0);
    undo.push(() -> chain.setCounters(packets, bytes));
    chain.rules().forEach(this::zero);
  }

  // chains

  private void addUserChain(TableCommand command) {
    String name = command.chain();
    Table table = needTable();
    if (tableName.hookOf(name) != null || table.chain(name) != null) {
      throw new PrepareError("Chain already exists", command.line());
    }
    create(table, name);
  }

  private Chain create(Table table, String name) {
    Chain chain = new Chain(name, null);
    table.add(chain);
    changed = true;
    undo.push(() -> table.remove(chain));
    return chain;
  }

  private void restoreChain(TableCommand command) {
    Table table = needTable();
    Chain chain = table.chain(command.chain());
    if (chain == null) {
      create(table, command.chain());
      return;
    }
    if (!chain.rules().isEmpty()) {
      stale.putIfAbsent(chain, new ArrayList<>(chain.rules()));
      empty(chain);
    }
  }

  private void deleteChains(TableCommand command) {
    if (command.chain() != null) {
      Chain chain = findOrFail(command, PrepareError.NO_CHAIN);
      announce(command.verbose() && !chain.isBase(), "Deleting chain `", chain);
      if (chain.isBase() && !isDeletable(chain)) {
        throw new PrepareError("Directory not empty", command.line());
      }
      delete(command, chain);
      return;
    }
    Table table = table();
    if (table == null) {
      return;
    }
    List<Chain> chains = command.verbose() ? sorted(table) : table.inOrderOfCreation();
    for (Chain chain : chains) {
      announce(command.verbose() && !chain.isBase(), "Deleting chain `", chain);
      if (!chain.isBase() || isDeletable(chain)) {
        delete(command, chain);
      }
    }
  }

  private static List<Chain> sorted(Table table) {
    List<Chain> chains = new ArrayList<>(table.baseChains());
    chains.addAll(table.userChains());
    return chains;
  }

  private static boolean isDeletable(Chain base) {
    return base.policy() == Policy.ACCEPT && base.rules().isEmpty();
  }

  private void delete(TableCommand command, Chain chain) {
    if (!chain.rules().isEmpty() || chain.references() > 0) {
      errors.add(new KernelError(command.line(), command.kind(), Errno.EBUSY, chain.name()));
      return;
    }
    Table table = table();
    int place = table.creationIndex(chain);
    table.remove(chain);
    changed = true;
    if (chain.isBase()) {
      undo.push(() -> table.add(chain));
    } else {
      undo.push(() -> table.restore(chain, place));
    }
  }

  private void rename(TableCommand command) {
    String newName = command.argument();
    Table table = table();
    if (tableName.hookOf(newName) != null || (table != null && table.chain(newName) != null)) {
      throw new PrepareError("File exists", command.line());
    }
    Chain chain = findOrFail(command, PrepareError.NO_CHAIN);
    if (chain.isBase()) {
      throw new org.dvrsim.base.NotModelledException("base chain with another name");
    }
    String oldName = chain.name();
    table.rename(chain, newName);
    changed = true;
    undo.push(() -> table.rename(chain, oldName));
  }

  private void updatePolicy(TableCommand command) {
    Policy policy = null;
    if (command.argument().equals("ACCEPT")) {
      policy = Policy.ACCEPT;
    } else if (command.argument().equals("DROP")) {
      policy = Policy.DROP;
    } else if (!command.argument().equals("-")) {
      throw new PrepareError("Bad policy name", command.line());
    }
    if (tableName.hookOf(command.chain()) == null) {
      throw new PrepareError("Bad built-in chain name", command.line());
    }
    needBaseChain(command.chain());
    Chain chain = find(command.chain());
    Policy oldPolicy = chain.policy();
    long packets = chain.packets();
    long bytes = chain.bytes();
    chain.setCounters(command.packets(), command.bytes());
    undo.push(() -> chain.setCounters(packets, bytes));
    if (policy != null && policy != oldPolicy) {
      chain.setPolicy(policy);
      changed = true;
      undo.push(() -> chain.setPolicy(oldPolicy));
    }
  }

  private void flushTable() {
    Table old = table();
    stale.clear();
    if (old != null) {
      netfilter.put(tableName, null);
      changed = true;
      undo.push(() -> netfilter.put(tableName, old));
    }
  }

  private void error(TableCommand command, Errno errno) {
    errors.add(new KernelError(command.line(), command.kind(), errno, command.chain()));
  }
}
