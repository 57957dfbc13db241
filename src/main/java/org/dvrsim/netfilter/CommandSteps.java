package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.netfilter.TableCommand.Kind;

/**
 * Turns a command line into steps.
 *
 * <p>Models: iptables/xtables.c:do_commandx()
 */
final class CommandSteps {
  private CommandSteps() {}

  /** Returns the steps of a command that changes something or checks for a rule. */
  static List<TableCommand> of(ParsedCommand command, int line) {
    checkBeforeSending(command);
    boolean verbose = command.verbose() > 0;
    String chain = command.chain();
    int index = command.ruleNumber() - 1;
    return switch (command.kind()) {
      case APPEND -> rules(command, Kind.RULE_APPEND, -1, line);
      case INSERT -> rules(command, Kind.RULE_INSERT, index, line);
      case DELETE -> rules(command, Kind.RULE_DELETE, -1, line);
      case CHECK -> rules(command, Kind.RULE_CHECK, -1, line);
      case REPLACE ->
          List.of(
              TableCommand.rule(
                      Kind.RULE_REPLACE, chain, command.rules().get(0), index, line, verbose)
                  .withCounters(command.packets(), command.bytes()));
      case DELETE_NUMBER ->
          List.of(TableCommand.rule(Kind.RULE_DELETE, chain, null, index, line, verbose));
      case FLUSH -> List.of(chain(Kind.RULE_FLUSH, chain, line, verbose));
      case ZERO -> List.of(chain(Kind.CHAIN_ZERO, chain, line, verbose));
      case ZERO_NUMBER ->
          List.of(TableCommand.rule(Kind.RULE_ZERO, chain, null, index, line, verbose));
      case NEW_CHAIN -> List.of(TableCommand.chain(Kind.CHAIN_USER_ADD, chain, line));
      case DELETE_CHAIN -> List.of(chain(Kind.CHAIN_DEL, chain, line, verbose));
      case RENAME_CHAIN ->
          List.of(
              TableCommand.chain(Kind.CHAIN_RENAME, chain, line).withArgument(command.newName()));
      case POLICY ->
          List.of(
              TableCommand.chain(Kind.CHAIN_UPDATE, chain, line).withArgument(command.policy()));
      case LIST, LIST_RULES -> throw new AssertionError(command.kind());
    };
  }

  private static void checkBeforeSending(ParsedCommand command) {
    switch (command.kind()) {
      case APPEND, INSERT, REPLACE -> {
        for (IptablesRule rule : command.rules()) {
          rule.checkBeforeSending();
        }
      }
      default -> {}
    }
  }

  private static List<TableCommand> rules(ParsedCommand command, Kind kind, int index, int line) {
    if (command.rules().size() == 1) {
      return List.of(rule(command, kind, command.rules().get(0), index, line));
    }
    List<TableCommand> steps = new ArrayList<>();
    for (IptablesRule rule : command.rules()) {
      steps.add(rule(command, kind, rule, index, line));
    }
    return steps;
  }

  private static TableCommand rule(
      ParsedCommand command, Kind kind, IptablesRule rule, int index, int line) {
    return new TableCommand(
        kind,
        command.chain(),
        rule,
        index,
        null,
        command.packets(),
        command.bytes(),
        line,
        command.verbose() > 0);
  }

  private static TableCommand chain(Kind kind, String chain, int line, boolean verbose) {
    return TableCommand.chain(kind, chain, line).withVerbose(verbose);
  }
}
