package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.TableCommand.Kind;

/**
 * Makes steps of the lines of iptables-restore's input that are those of {@code iptables}. What was
 * parsed before is not parsed again.
 *
 * <p>Models: iptables/xtables-restore.c:xtables_restore_parse_line()
 */
final class RestoreRules {
  private final Netfilter netfilter;
  private final RestoreInput.Options options;
  private final Set<String> notTargets;
  private final StringBuilder warnings;
  private final List<TableCommand> commands;

  /** The text of a rule that {@link #quickLine} would take if it were in the cache. */
  private String unknown;

  /** How many rules were not in the cache. */
  private int misses;

  /** The chain of the last rule that {@link #quickLine} looked at. */
  private String lastChain = "";

  /** The last chain whose name was found to be one; another string of the same text may be too. */
  private String named = "";

  private TableName table;
  private int line;

  /**
   * Reads for one run.
   *
   * @param notTargets names that were declared as chains, as they come
   * @param warnings where they are added
   * @param commands where steps are added
   */
  RestoreRules(
      Netfilter netfilter,
      RestoreInput.Options options,
      Set<String> notTargets,
      StringBuilder warnings,
      List<TableCommand> commands) {
    this.netfilter = netfilter;
    this.options = options;
    this.notTargets = notTargets;
    this.warnings = warnings;
    this.commands = commands;
  }

  /** Takes a line of a table that is none of a chain. */
  void take(String text, TableName ofTable, int atLine) {
    table = ofTable;
    line = atLine;
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
    int chainEnd = RestoreWords.wordEnd(text, 3);
    int ruleStart = chainEnd;
    int number = 0;
    if (letter == 'I' || letter == 'D') {
      int digits = RestoreWords.skipBlanks(text, chainEnd);
      int end = digits;
      while (end < text.length() && end - digits < 9 && RestoreWords.isDigit(text.charAt(end))) {
        number = number * 10 + text.charAt(end++) - '0';
      }
      boolean isNumber =
          end > digits
              && text.charAt(digits) != '0'
              && (end == text.length() || RestoreWords.isBlank(text.charAt(end)));
      if (isNumber) {
        ruleStart = end;
      } else {
        number = 0;
      }
    } else if (letter != 'A') {
      return false;
    }
    String chain = chainName(text, 3, chainEnd);
    if (!RestoreWords.isName(chain)) {
      return false;
    }
    if (letter == 'D' && number > 0) {
      if (ruleStart != text.length()) {
        return false;
      }
      deleteByNumber(chain, number);
      return true;
    }
    return quickRule(letter, chain, text.substring(ruleStart), number, packets, bytes);
  }

  /** Takes a line that is cut into its parts already. */
  void take(RestoreLine each, TableName ofTable) {
    table = ofTable;
    line = 0;
    unknown = null;
    String chain = each.chain();
    switch (each.kind()) {
      case INSERT -> {
        if (!isName(chain) || !isTaken(each)) {
          slowLine(each.toString(), null, 0, 0);
        }
      }
      case DELETE -> {
        if (isName(chain)) {
          deleteByNumber(chain, each.number());
        } else {
          slowLine(each.toString(), null, 0, 0);
        }
      }
      default -> slowLine(each.toString(), null, 0, 0);
    }
  }

  @SuppressWarnings("ReferenceEquality") // lines of one chain have its name in common
  private boolean isName(String chain) {
    if (chain != named) {
      if (!RestoreWords.isName(chain)) {
        return false;
      }
      named = chain;
    }
    return true;
  }

  /** Takes a rule to be put in if it was parsed before. */
  private boolean isTaken(RestoreLine each) {
    IpFamily family = netfilter.family();
    IptablesRule rule = each.parsed(family);
    if (rule == null) {
      rule = netfilter.cache().get(each.rule());
      each.setParsed(family, rule);
    }
    if (rule == null) {
      unknown = each.rule();
    }
    return rule != null && isTaken('I', each.chain(), rule, each.number(), 0, 0);
  }

  private void deleteByNumber(String chain, int number) {
    commands.add(TableCommand.rule(Kind.RULE_DELETE, chain, null, number - 1, line, false));
  }

  /**
   * Takes a rule if it was parsed before.
   *
   * @param source what follows the chain, and the number if there is one
   * @param number 0 for none
   */
  private boolean quickRule(
      char letter, String chain, String source, int number, long packets, long bytes) {
    if (misses > netfilter.cache().capacity() / 2) {
      // a text this long would only push out of the cache what others need
      return false;
    }
    IptablesRule rule = netfilter.cache().get(source);
    if (rule == null) {
      misses++;
      unknown = source;
    }
    return rule != null && isTaken(letter, chain, rule, number, packets, bytes);
  }

  /** Takes a rule if nothing about its place makes iptables refuse it. */
  private boolean isTaken(
      char letter, String chain, IptablesRule rule, int number, long packets, long bytes) {
    if (!isFree(rule, chain)) {
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
    commands.add(new TableCommand(kind, chain, rule, index, null, packets, bytes, line, false));
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
