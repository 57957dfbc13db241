package org.dvrsim.netfilter;

import java.util.List;
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
 * <p>The kernel looks for loops when all steps are done. If it finds one it begins again and looks
 * after each new rule, so that it can say which one is to blame; so does this class.
 *
 * <p>Models: iptables/nft.c:nft_prepare(), nft_action(),
 * net/netfilter/nf_tables_api.c:nf_tables_validate(), nf_tables_newrule()
 */
final class Batch {
  private final Netfilter netfilter;
  private final TableName tableName;
  private final StringBuilder stdout;

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
    BatchState state = begin(commands, false);
    if (attempt(commands, state)) {
      return state.isChanged();
    }
    stdout.setLength(printed);
    BatchState again = begin(commands, true);
    attempt(commands, again);
    throw KernelError.report(again.errors());
  }

  private BatchState begin(List<TableCommand> commands, boolean validateEach) {
    boolean rulesRead = false;
    for (int i = 0; i < commands.size() && !rulesRead; i++) {
      rulesRead = readsRules(commands.get(i));
    }
    return new BatchState(netfilter, tableName, stdout, validateEach, rulesRead);
  }

  /** Does all steps and returns true, or takes them back and returns false to try again. */
  private boolean attempt(List<TableCommand> commands, BatchState state) {
    RuleSteps rules = new RuleSteps(state);
    ChainSteps chains = new ChainSteps(state);
    boolean done = false;
    try {
      for (int i = 0; i < commands.size(); i++) {
        TableCommand command = commands.get(i);
        step(command, rules, chains);
        if (command.kind() != Kind.CHAIN_ZERO && command.kind() != Kind.CHAIN_RESTORE) {
          state.noteKind(command.kind());
        }
      }
      if (!state.errors().isEmpty() && !state.validatesEach()) {
        throw KernelError.report(state.errors());
      }
      state.finishRenames();
      done =
          !state.validatesEach()
              && (!state.hasNewPaths() || ChainGraph.check(state.table()) == null);
      return done;
    } finally {
      if (!done) {
        state.rollBack();
      }
    }
  }

  private static void step(TableCommand command, RuleSteps rules, ChainSteps chains) {
    switch (command.kind()) {
      case RULE_APPEND, RULE_INSERT, RULE_REPLACE, RULE_DELETE, RULE_CHECK ->
          rules.ruleStep(command);
      case RULE_FLUSH -> rules.flush(command);
      case RULE_ZERO -> chains.zeroRule(command);
      case CHAIN_ZERO -> chains.zeroChains(command);
      case CHAIN_USER_ADD -> chains.addUserChain(command);
      case CHAIN_DEL -> chains.deleteChains(command);
      case CHAIN_RENAME -> chains.rename(command);
      case CHAIN_UPDATE -> chains.updatePolicy(command);
      case CHAIN_RESTORE -> chains.restoreChain(command);
      case TABLE_FLUSH -> chains.flushTable();
    }
  }

  /**
   * Tells whether iptables reads the rules of all chains before it takes a step.
   *
   * <p>Models: iptables/nft-cmd.c
   */
  private static boolean readsRules(TableCommand command) {
    return switch (command.kind()) {
      case RULE_INSERT -> command.index() > 0;
      case RULE_DELETE, RULE_CHECK, RULE_REPLACE, RULE_ZERO, CHAIN_ZERO -> true;
      case CHAIN_DEL -> command.chain() == null;
      default -> false;
    };
  }
}
