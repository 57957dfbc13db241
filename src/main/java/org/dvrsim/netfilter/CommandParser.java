package org.dvrsim.netfilter;

import static org.dvrsim.netfilter.CommandOption.COUNTERS;
import static org.dvrsim.netfilter.CommandOption.EXACT;
import static org.dvrsim.netfilter.CommandOption.IN;
import static org.dvrsim.netfilter.CommandOption.LINE_NUMBERS;
import static org.dvrsim.netfilter.CommandOption.NUMERIC;
import static org.dvrsim.netfilter.CommandOption.OUT;
import static org.dvrsim.netfilter.CommandOption.VERBOSE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IpFamily;

/**
 * Reads one iptables command line.
 *
 * <p>Models: iptables/xshared.c:do_parse()
 */
final class CommandParser {
  private final IpFamily family;
  private final boolean restore;
  private final Getopt words;
  private final Set<CommandOption> options = EnumSet.noneOf(CommandOption.class);
  private final RuleBuilder rule;
  private final WaitOptions waiting;

  private CommandKind kind;
  private boolean zero;
  private boolean zeroNumber;
  private String table;
  private boolean tableSet;
  private String chain;
  private int ruleNumber;
  private String newName;
  private String policy;
  private int verbose;
  private long packets;
  private long bytes;

  /**
   * Begins a command line.
   *
   * @param arguments the words after the program's name
   * @param restored the table at hand if it is a line of iptables-restore's input, else null
   * @param notTargets names that iptables-restore saw as chains before they could be targets
   */
  private CommandParser(
      IpFamily family,
      List<String> arguments,
      TableName restored,
      Set<String> notTargets,
      StringBuilder warnings) {
    this.family = family;
    this.restore = restored != null;
    this.tableSet = restore;
    this.table = restore ? restored.toString() : "filter";
    this.words = new Getopt(arguments, CommandSyntax.LETTERS, CommandSyntax.LONG_OPTIONS);
    this.rule = new RuleBuilder(family, words, notTargets, warnings);
    this.waiting = new WaitOptions(warnings);
  }

  /**
   * Reads a command line.
   *
   * @param warnings gets what is printed to standard error while reading
   * @throws XtablesError if iptables refuses it before it asks the kernel
   * @throws VersionAsked if all that is wanted is the version
   * @throws HelpAsked if all that is wanted is the help text
   */
  static ParsedCommand parse(
      IpFamily family,
      List<String> arguments,
      TableName restored,
      Set<String> notTargets,
      StringBuilder warnings) {
    return new CommandParser(family, arguments, restored, notTargets, warnings).run();
  }

  private ParsedCommand run() {
    boolean inverted = false;
    for (int c = words.next(); c != Getopt.END; c = words.next()) {
      if (c == Getopt.WORD && words.argument().equals("!")) {
        if (inverted) {
          throw XtablesError.parameter("multiple consecutive ! not allowed");
        }
        inverted = true;
        continue;
      }
      if (isOtherFamily(c)) {
        return skipped();
      }
      if (!isOwn(c)) {
        if (rule.extensionOption(c, inverted)) {
          continue;
        }
      } else if (Character.isUpperCase(c)) {
        command((char) c, inverted);
      } else {
        option((char) c, inverted);
      }
      inverted = false;
    }
    return finish(inverted);
  }

  private static boolean isOwn(int c) {
    return c != Getopt.EXTENSION && c != Getopt.MISSING && c != Getopt.UNKNOWN;
  }

  private boolean isOtherFamily(int c) {
    if ((c == '4' && family == IpFamily.V6) || (c == '6' && family == IpFamily.V4)) {
      if (restore) {
        return true;
      }
      throw XtablesError.bare("");
    }
    return false;
  }

  private ParsedCommand skipped() {
    return new ParsedCommand(
        null, false, table, null, 0, null, null, List.of(), 0, 0, 0, false, false, false);
  }

  private void command(char letter, boolean inverted) {
    switch (letter) {
      case 'A' -> begin(CommandKind.APPEND, inverted, words.argument());
      case 'C' -> begin(CommandKind.CHECK, inverted, words.argument());
      case 'D' -> {
        begin(CommandKind.DELETE, inverted, words.argument());
        if (words.hasArgument()) {
          ruleNumber = CommandNumbers.ruleToDelete(words.takeWord());
          kind = CommandKind.DELETE_NUMBER;
        }
      }
      case 'R' -> {
        begin(CommandKind.REPLACE, inverted, words.argument());
        if (!words.hasArgument()) {
          throw XtablesError.parameter("-R requires a rule number");
        }
        ruleNumber = CommandNumbers.rule(words.takeWord());
      }
      case 'I' -> {
        begin(CommandKind.INSERT, inverted, words.argument());
        ruleNumber =
            words.hasArgument() ? CommandNumbers.rule(words.takeWord()) : ParsedCommand.FIRST_RULE;
      }
      case 'L' -> list(CommandKind.LIST, inverted);
      case 'S' -> list(CommandKind.LIST_RULES, inverted);
      case 'F' -> begin(CommandKind.FLUSH, inverted, words.argument());
      case 'X' -> begin(CommandKind.DELETE_CHAIN, inverted, words.argument());
      case 'Z' -> zero(inverted);
      case 'N' -> {
        ChainNames.check(words.argument(), family, Set.of());
        begin(CommandKind.NEW_CHAIN, inverted, words.argument());
      }
      case 'E' -> {
        begin(CommandKind.RENAME_CHAIN, inverted, words.argument());
        if (!words.hasArgument()) {
          throw XtablesError.parameter("-E requires old-chain-name and new-chain-name");
        }
        newName = words.takeWord();
        ChainNames.check(newName, family, Set.of());
      }
      case 'P' -> {
        begin(CommandKind.POLICY, inverted, words.argument());
        if (!words.hasArgument()) {
          throw XtablesError.parameter("-P requires a chain and a policy");
        }
        policy = words.takeWord();
      }
      case 'V' -> throw new VersionAsked(inverted);
      case 'W' -> waiting.interval(words, restore);
      case 'M' -> {}
      default -> throw new AssertionError(letter);
    }
  }

  private void begin(CommandKind next, boolean inverted, String chainName) {
    checkCommand(next, inverted, false);
    kind = next;
    if (chainName != null) {
      chain = chainName;
    } else if (words.hasArgument()) {
      chain = words.takeWord();
    }
  }

  private void checkCommand(CommandKind next, boolean inverted, boolean together) {
    if (inverted) {
      throw XtablesError.parameter("unexpected '!' flag");
    }
    CommandKind other = kind != null ? kind : zero ? CommandKind.ZERO : null;
    if (other != null && !together) {
      throw XtablesError.parameter("Cannot use -" + next.letter() + " with -" + other.letter());
    }
  }

  private void list(CommandKind next, boolean inverted) {
    checkCommand(next, inverted, kind == null && zero);
    kind = next;
    takeChainAndNumber(false);
  }

  private void zero(boolean inverted) {
    checkCommand(CommandKind.ZERO, inverted, kind != null && kind.isList() && !zero);
    zero = true;
    takeChainAndNumber(true);
  }

  private void takeChainAndNumber(boolean forZero) {
    if (words.argument() != null) {
      chain = words.argument();
    } else if (words.hasArgument()) {
      chain = words.takeWord();
    }
    if (words.hasArgument()) {
      ruleNumber = CommandNumbers.rule(words.takeWord());
      if (forZero) {
        zeroNumber = true;
        kind = null;
      }
    }
  }

  private void option(char letter, boolean inverted) {
    switch (letter) {
      case 'v' -> {
        if (verbose == 0) {
          set(VERBOSE, inverted);
        }
        verbose++;
      }
      case 'n' -> set(NUMERIC, inverted);
      case 'x' -> set(EXACT, inverted);
      case '0' -> set(LINE_NUMBERS, inverted);
      case 't' -> table(inverted);
      case 'c' -> counters(inverted);
      case 'w' -> waiting.seconds(words, restore);
      case 'h' -> {
        if (rule.hasExtensions()) {
          throw new NotModelledException("iptables --help about a match or target");
        }
        throw new HelpAsked();
      }
      case '4', '6' -> {}
      case Getopt.WORD -> throw XtablesError.bare("Bad argument `" + words.argument() + "'");
      default -> rule.option(letter, inverted, this::set);
    }
  }

  private void set(CommandOption option, boolean inverted) {
    if (!options.add(option)) {
      throw XtablesError.parameter("multiple " + option.text() + " options not allowed");
    }
    if (inverted && !option.isInvertible()) {
      throw XtablesError.parameter("cannot have ! before " + option.text());
    }
  }

  private void table(boolean inverted) {
    if (inverted) {
      throw XtablesError.parameter("unexpected ! flag before --table");
    }
    if (restore && tableSet) {
      throw XtablesError.parameter(
          "The -t option cannot be used in " + Program.of(family, "-restore").text() + ".\n");
    }
    table = words.argument();
    tableSet = true;
  }

  private void counters(boolean inverted) {
    set(COUNTERS, inverted);
    String first = words.argument();
    int comma = first.indexOf(',');
    String second;
    if (comma >= 0) {
      second = first.substring(comma + 1);
    } else if (words.hasArgument()) {
      second = words.takeWord();
    } else {
      throw XtablesError.parameter("--set-counters requires packet and byte counter");
    }
    packets = CommandNumbers.counter(first, "packet");
    bytes = CommandNumbers.counter(second, "byte");
  }

  private ParsedCommand finish(boolean inverted) {
    if (table.equals("nat") && ("DROP".equals(policy) || rule.jumpsTo("DROP"))) {
      throw XtablesError.parameter(
          "\nThe \"nat\" table is not intended for filtering,"
              + " the use of DROP is therefore inhibited.\n\n");
    }
    waiting.check();
    rule.finishExtensions();
    if (!words.atEnd()) {
      throw XtablesError.parameter("unknown arguments found on commandline");
    }
    CommandKind asked =
        kind != null ? kind : zeroNumber ? CommandKind.ZERO_NUMBER : zero ? CommandKind.ZERO : null;
    if (asked == null) {
      throw XtablesError.parameter("no command specified");
    }
    if (inverted) {
      throw XtablesError.parameter("nothing appropriate following !");
    }
    List<IptablesRule> rules = rule.build(asked.hasRule());
    checkOptions(asked);
    if (chain != null && ChainNames.isTooLong(chain)) {
      throw ChainNames.tooLong(chain);
    }
    if (asked.hasRule()) {
      checkDevices();
    }
    checkTable();
    return new ParsedCommand(
        asked,
        zero,
        table,
        chain,
        ruleNumber,
        newName,
        policy,
        rules,
        packets,
        bytes,
        verbose,
        options.contains(NUMERIC),
        options.contains(EXACT),
        options.contains(LINE_NUMBERS));
  }

  private void checkOptions(CommandKind asked) {
    for (CommandOption option : options) {
      if (!option.allowedWith(asked, zero && asked.isList())) {
        throw XtablesError.parameter("Illegal option `" + option.text() + "' with this command");
      }
    }
  }

  private void checkDevices() {
    if (options.contains(OUT) && (chain.equals("PREROUTING") || chain.equals("INPUT"))) {
      throw XtablesError.parameter("Can't use " + OUT.text() + " with " + chain);
    }
    if (options.contains(IN) && (chain.equals("POSTROUTING") || chain.equals("OUTPUT"))) {
      throw XtablesError.parameter("Can't use " + IN.text() + " with " + chain);
    }
  }

  private void checkTable() {
    if (TableName.find(table).isEmpty()) {
      throw XtablesError.of(XtablesError.VERSION_PROBLEM, "table '" + table + "' does not exist");
    }
  }

  /** Thrown when the command line asks for the version and nothing else happens. */
  static final class HelpAsked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HelpAsked() {
      super("help", null, false, false);
    }
  }

  /** All that is wanted is the version. */
  static final class VersionAsked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean inverted;

    VersionAsked(boolean inverted) {
      super("version", null, false, false);
      this.inverted = inverted;
    }

    String answer(Program program) {
      return inverted
          ? "Not " + Program.VERSION + " (nf_tables) ;-)\n"
          : program.versioned() + "\n";
    }
  }
}
