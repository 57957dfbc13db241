package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.netfilter.TableCommand.Kind;

/**
 * Reads what iptables-restore is fed and has it done.
 *
 * <p>Models: iptables/xtables-restore.c:xtables_restore_parse()
 */
final class RestoreInput {
  private final Netfilter netfilter;
  private final Options options;
  private final StringBuilder stdout;
  private final Program program;
  private final List<TableCommand> commands = new ArrayList<>();
  private final List<ParsedRestore.Commit> commits = new ArrayList<>();

  /** Names that were declared as chains and so are not taken for targets. */
  private final Set<String> notTargets = new HashSet<>();

  private final StringBuilder warnings = new StringBuilder();

  /** The text of a rule that {@link #quickLine} would take if it were in the cache. */
  private String unknown;

  /** How many rules were not in the cache. */
  private int misses;

  /** The chain of the last rule that {@link #quickLine} looked at. */
  private String lastChain = "";

  private TableName table;
  private boolean inTable;
  private int line;

  /**
   * How iptables-restore was called.
   *
   * @param counters take counters from the text
   * @param test parse only
   * @param onlyTable the one table that is restored, null for all
   */
  record Options(boolean noFlush, boolean counters, boolean test, int verbose, String onlyTable) {
    /** Tells whether it is called as agents do: {@code -n} alone. */
    boolean isPlain() {
      return noFlush && !counters && !test && verbose == 0 && onlyTable == null;
    }
  }

  RestoreInput(Netfilter netfilter, Options options, StringBuilder stdout) {
    this.netfilter = netfilter;
    this.options = options;
    this.stdout = stdout;
    this.program = Program.of(netfilter.family(), "-restore");
  }

  /** Returns warnings printed to standard error so far. */
  String warnings() {
    return warnings.toString();
  }

  /**
   * Reads and does everything.
   *
   * @throws IptablesException at the first refusal
   */
  void run(String text) {
    try {
      if (options.isPlain()) {
        runPlain(text);
      } else {
        read(text);
      }
    } catch (XtablesError e) {
      throw new IptablesException(warnings + e.stderr(program, line), e.status());
    } catch (PrepareError e) {
      fail("line " + e.line() + " failed: " + e.getMessage() + ".");
    }
  }

  /** Does again what was read from the same text before, if it was. */
  private void runPlain(String text) {
    ParsedRestore known = netfilter.cache().restore(text);
    if (known == null) {
      read(text);
      if (warnings.isEmpty()) {
        netfilter.cache().put(text, new ParsedRestore(commits));
      }
      return;
    }
    for (ParsedRestore.Commit commit : known.tables()) {
      line = commit.line();
      netfilter.execute(commit.table(), commit.commands(), stdout);
    }
  }

  private void read(String text) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      line++;
      line(text.substring(start, end < 0 ? text.length() : end));
      start = end < 0 ? text.length() : end + 1;
    }
    if (inTable) {
      fail("COMMIT expected at line " + (line + 1));
    }
  }

  private void fail(String message) {
    throw new IptablesException(warnings + program.text() + ": " + message + "\n", 1);
  }

  private void line(String text) {
    if (text.isEmpty()) {
      return;
    }
    char first = text.charAt(0);
    if (first == '#') {
      if (options.verbose() > 0) {
        stdout.append(text).append('\n');
      }
    } else if (inTable && text.equals("COMMIT")) {
      commit();
    } else if (first == '*' && !inTable) {
      beginTable(text);
    } else if (first == ':' && inTable) {
      declareChain(text);
    } else if (inTable) {
      if (isWanted()) {
        ruleLine(text);
      }
    } else if (isWanted()) {
      fail("line " + line + " failed");
    }
  }

  private boolean isWanted() {
    return options.onlyTable() == null
        || table == null
        || options.onlyTable().equals(table.toString());
  }

  private void commit() {
    inTable = false;
    if (!options.test()) {
      netfilter.execute(table, commands, stdout);
    }
    if (options.isPlain()) {
      commits.add(new ParsedRestore.Commit(table, commands, line));
    }
    commands.clear();
  }

  private void beginTable(String text) {
    String name = firstWord(text, 1);
    if (name == null) {
      throw XtablesError.parameter(program.text() + ": line " + line + " table name invalid");
    }
    Optional<TableName> found = TableName.find(name);
    if (found.isEmpty()) {
      throw XtablesError.parameter(
          program.text() + ": line " + line + " table name '" + name + "' invalid");
    }
    table = found.get();
    if (!isWanted()) {
      return;
    }
    inTable = true;
    if (!options.noFlush()) {
      if (options.verbose() > 0) {
        commands.add(TableCommand.chain(Kind.RULE_FLUSH, null, line).withVerbose(true));
        commands.add(TableCommand.chain(Kind.CHAIN_DEL, null, line).withVerbose(true));
      } else {
        commands.add(TableCommand.chain(Kind.TABLE_FLUSH, null, line));
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static int skipBlanks(String text, int start) {
    int i = start;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length() && !isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static String firstWord(String text, int from) {
    int start = skipBlanks(text, from);
    return start == text.length() ? null : text.substring(start, wordEnd(text, start));
  }

  private void declareChain(String text) {
    int start = skipBlanks(text, 1);
    int end = wordEnd(text, start);
    if (start == end) {
      throw XtablesError.parameter(program.text() + ": line " + line + " chain name invalid");
    }
    String chain = text.substring(start, end);
    notTargets.add(chain);
    ChainNames.check(chain, netfilter.family(), notTargets);
    String policy = firstWord(text, end);
    if (policy == null) {
      throw XtablesError.parameter(program.text() + ": line " + line + " policy invalid");
    }
    if (table.hookOf(chain) == null) {
      commands.add(TableCommand.chain(Kind.CHAIN_RESTORE, chain, line));
      return;
    }
    int afterPolicy = wordEnd(text, skipBlanks(text, end));
    TableCommand command = TableCommand.chain(Kind.CHAIN_UPDATE, chain, line).withArgument(policy);
    commands.add(withCounters(command, firstWord(text, afterPolicy), chain));
  }

  private TableCommand withCounters(TableCommand command, String text, String chain) {
    if (text == null && !options.counters()) {
      return command;
    }
    long[] counters = text == null ? null : counters(text);
    if (counters == null) {
      throw XtablesError.parameter("invalid policy counters for chain '" + chain + "'");
    }
    return options.counters() ? command.withCounters(counters[0], counters[1]) : command;
  }

  /** Reads {@code [PACKETS:BYTES]}; null if it is something else. */
  private static long[] counters(String text) {
    if (!text.startsWith("[")) {
      return null;
    }
    int colon = text.indexOf(':');
    int end = 1;
    if (colon < 2) {
      return null;
    }
    for (end = 1; end < colon; end++) {
      if (!Character.isDigit(text.charAt(end))) {
        return null;
      }
    }
    int last = colon + 1;
    while (last < text.length() && Character.isDigit(text.charAt(last))) {
      last++;
    }
    if (last == colon + 1 || colon > 18 || last - colon > 18) {
      return null;
    }
    return new long[] {
      Long.parseLong(text.substring(1, colon)), Long.parseLong(text.substring(colon + 1, last))
    };
  }

  private void ruleLine(String text) {
    String rest = text;
    CounterWords counters = null;
    if (text.charAt(0) == '[') {
      counters = CounterWords.of(text, line);
      rest = counters.rest();
    }
    if (!options.counters()) {
      counters = null;
    }
    unknown = null;
    if (counters != null && !counters.areNumbers()) {
      slowLine(rest, counters, 0, 0);
      return;
    }
    long packets = counters == null ? 0 : Long.parseLong(counters.packets());
    long bytes = counters == null ? 0 : Long.parseLong(counters.bytes());
    if (!quickLine(rest, counters != null, packets, bytes)) {
      slowLine(rest, counters, packets, bytes);
    }
  }

  /**
   * Takes a line of the common form {@code -A CHAIN RULE}, {@code -I CHAIN NUMBER RULE} or {@code
   * -D CHAIN NUMBER} if its rule was parsed before.
   */
  private boolean quickLine(String text, boolean counted, long packets, long bytes) {
    if (text.length() < 4 || text.charAt(0) != '-' || text.charAt(2) != ' ') {
      return false;
    }
    char letter = text.charAt(1);
    if (options.verbose() > 0 || (counted && letter == 'D')) {
      return false;
    }
    int chainEnd = wordEnd(text, 3);
    int ruleStart = chainEnd;
    int number = 0;
    if (letter == 'I' || letter == 'D') {
      int digits = skipBlanks(text, chainEnd);
      int end = digits;
      while (end < text.length() && end - digits < 9 && isDigit(text.charAt(end))) {
        number = number * 10 + text.charAt(end++) - '0';
      }
      boolean isNumber =
          end > digits
              && text.charAt(digits) != '0'
              && (end == text.length() || isBlank(text.charAt(end)));
      if (isNumber) {
        ruleStart = end;
      } else {
        number = 0;
      }
    } else if (letter != 'A') {
      return false;
    }
    String chain = chainName(text, 3, chainEnd);
    if (chain.isEmpty()
        || chain.length() > 28
        || chain.indexOf('"') >= 0
        || isBlank(chain.charAt(0))) {
      return false;
    }
    if (letter == 'D' && number > 0) {
      if (ruleStart != text.length()) {
        return false;
      }
      commands.add(TableCommand.rule(Kind.RULE_DELETE, chain, null, number - 1, line, false));
      return true;
    }
    if (misses > netfilter.cache().capacity() / 2) {
      // a text this long would only push out of the cache what others need
      return false;
    }
    String source = text.substring(ruleStart);
    IptablesRule rule = netfilter.cache().get(source);
    if (rule == null) {
      misses++;
      unknown = source;
    }
    if (rule == null || !isFree(rule, chain)) {
      return false;
    }
    if (letter != 'D') {
      rule.checkBeforeSending();
    }
    add(letter, chain, rule, number, packets, bytes);
    return true;
  }

  /** Returns a part of a line, the same string again if the line before had the same chain. */
  private String chainName(String text, int start, int end) {
    if (lastChain.length() != end - start
        || !text.regionMatches(start, lastChain, 0, lastChain.length())) {
      lastChain = text.substring(start, end);
    }
    return lastChain;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Tells whether nothing about the chain and the table makes iptables refuse the rule. */
  private boolean isFree(IptablesRule rule, String chain) {
    boolean outbound = chain.equals("OUTPUT") || chain.equals("POSTROUTING");
    boolean inbound = chain.equals("INPUT") || chain.equals("PREROUTING");
    return !(outbound && rule.header().in() != null)
        && !(inbound && rule.header().out() != null)
        && !(table == TableName.NAT && rule.target() == Verdict.DROP)
        && (rule.target() == null || isStill(rule.target()));
  }

  /** Tells whether the name of a target would still be taken for the same. */
  private boolean isStill(Target target) {
    boolean declared = notTargets.contains(target.name());
    if (target instanceof Jump) {
      return declared || !Extensions.isTargetName(target.name(), netfilter.family());
    }
    return !declared;
  }

  private void add(
      char letter, String chain, IptablesRule rule, int number, long packets, long bytes) {
    Kind kind =
        letter == 'A' ? Kind.RULE_APPEND : letter == 'I' ? Kind.RULE_INSERT : Kind.RULE_DELETE;
    int index = letter == 'I' ? Math.max(number, 1) - 1 : -1;
    commands.add(
        TableCommand.rule(kind, chain, rule, index, line, false).withCounters(packets, bytes));
  }

  private void slowLine(String text, CounterWords counters, long packets, long bytes) {
    List<String> words = new ArrayList<>(32);
    for (int i = 0; i < options.verbose() && !options.noFlush(); i++) {
      words.add("-v");
    }
    if (counters != null) {
      words.add("--set-counters");
      words.add(counters.packets());
      words.add(counters.bytes());
    }
    QuotedText.split(text, words);
    ParsedCommand command;
    int warned = warnings.length();
    try {
      command = CommandParser.parse(netfilter.family(), words, table, notTargets, warnings);
    } catch (CommandParser.VersionAsked e) {
      throw new NotModelledException("iptables-restore with -V in its input");
    } catch (CommandParser.HelpAsked e) {
      throw new NotModelledException("iptables-restore with -h in its input");
    }
    if (command.kind() == null) {
      return;
    }
    if (command.kind().isList()) {
      throw new NotModelledException("iptables-restore with a listing in its input");
    }
    if (unknown != null
        && warnings.length() == warned
        && command.rules().size() == 1
        && command.kind() != CommandKind.DELETE_NUMBER
        && command.verbose() == 0
        && command.packets() == packets
        && command.bytes() == bytes) {
      netfilter.cache().put(unknown, command.rules().get(0));
    }
    commands.addAll(CommandSteps.of(command, line));
  }
}
