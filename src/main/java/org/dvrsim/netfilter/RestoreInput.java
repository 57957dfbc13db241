package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private final RestoreRules rules;

  /** How many tables of the text were done already. */
  private int done;

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

  /**
   * Begins with a text of which nothing was read.
   *
   * @param done how many of its sections need no reading any more, as they were done
   */
  RestoreInput(Netfilter netfilter, Options options, StringBuilder stdout, int done) {
    this.netfilter = netfilter;
    this.options = options;
    this.stdout = stdout;
    this.done = done;
    this.program = Program.of(netfilter.family(), "-restore");
    this.rules = new RestoreRules(netfilter, options, notTargets, warnings, commands);
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
  void run(RestoreScript script) {
    try {
      if (!options.isPlain()) {
        read(script.text());
      } else if (script.sections().isEmpty()) {
        runPlain(script.text());
      } else {
        runSections(script);
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
      netfilter.execute(commit, stdout);
    }
  }

  /**
   * Does what the sections mean. If something is amiss with one, the text is read instead from
   * there on, as that tells lines and words.
   */
  private void runSections(RestoreScript script) {
    List<RestoreSection> sections = script.sections();
    while (done < sections.size()) {
      if (!isDone(sections.get(done))) {
        commands.clear();
        warnings.setLength(0);
        read(script.text());
        return;
      }
      done++;
    }
  }

  /** Does what a section means, or nothing. */
  private boolean isDone(RestoreSection section) {
    ParsedRestore.Commit commit = section.parsed(netfilter.family());
    try {
      if (commit == null) {
        commit = parsed(section);
      }
      if (!warnings.isEmpty()) {
        return false;
      }
      netfilter.execute(commit, stdout);
      section.setParsed(netfilter.family(), commit);
      return true;
    } catch (XtablesError | PrepareError e) {
      return false;
    }
  }

  private ParsedRestore.Commit parsed(RestoreSection section) {
    table = section.table();
    commands.clear();
    for (RestoreLine each : section.lines()) {
      if (each.kind() == RestoreLine.Kind.DECLARE) {
        ChainNames.check(each.chain(), netfilter.family(), notTargets);
        declare(each.chain(), "-", null);
      } else {
        rules.take(each, table);
      }
    }
    return new ParsedRestore.Commit(table, commands, 0);
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
        rules.take(text, table, line);
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
    if (done > 0) {
      done--;
    } else if (!options.test()) {
      netfilter.execute(table, commands, stdout);
    }
    if (options.isPlain()) {
      commits.add(new ParsedRestore.Commit(table, commands, line));
    }
    commands.clear();
  }

  private void beginTable(String text) {
    String name = RestoreWords.firstWord(text, 1);
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

  private void declareChain(String text) {
    int start = RestoreWords.skipBlanks(text, 1);
    int end = RestoreWords.wordEnd(text, start);
    if (start == end) {
      throw XtablesError.parameter(program.text() + ": line " + line + " chain name invalid");
    }
    String chain = text.substring(start, end);
    notTargets.add(chain);
    ChainNames.check(chain, netfilter.family(), notTargets);
    String policy = RestoreWords.firstWord(text, end);
    if (policy == null) {
      throw XtablesError.parameter(program.text() + ": line " + line + " policy invalid");
    }
    int afterPolicy = RestoreWords.wordEnd(text, RestoreWords.skipBlanks(text, end));
    declare(chain, policy, RestoreWords.firstWord(text, afterPolicy));
  }

  private void declare(String chain, String policy, String counters) {
    if (table.hookOf(chain) == null) {
      commands.add(TableCommand.chain(Kind.CHAIN_RESTORE, chain, line));
      return;
    }
    TableCommand command = TableCommand.chain(Kind.CHAIN_UPDATE, chain, line).withArgument(policy);
    commands.add(withCounters(command, counters, chain));
  }

  private TableCommand withCounters(TableCommand command, String text, String chain) {
    if (text == null && !options.counters()) {
      return command;
    }
    long[] counters = text == null ? null : RestoreWords.counters(text);
    if (counters == null) {
      throw XtablesError.parameter("invalid policy counters for chain '" + chain + "'");
    }
    return options.counters() ? command.withCounters(counters[0], counters[1]) : command;
  }
}
