package org.dvrsim.netfilter;

import java.util.List;
import java.util.Locale;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.LongOption.Arity;

/**
 * A conntrack(8) command line: a command, a table, and which connections are meant.
 *
 * <p>Models: conntrack-tools 1.4.8 src/conntrack.c:do_parse()
 */
public final class ConntrackArguments {
  private static final String LETTERS =
      ":L::I::U::D::G::E::F::A::hVs:d:r:q:p:t:u:e:a:zm:i:f:o:n::g::c:b:C::Sj::w:l:";

  private static final List<LongOption> LONG_OPTIONS =
      List.of(
          LongOption.own("dump", Arity.OPTIONAL, 'L'),
          LongOption.own("create", Arity.OPTIONAL, 'I'),
          LongOption.own("delete", Arity.OPTIONAL, 'D'),
          LongOption.own("update", Arity.OPTIONAL, 'U'),
          LongOption.own("get", Arity.OPTIONAL, 'G'),
          LongOption.own("flush", Arity.OPTIONAL, 'F'),
          LongOption.own("event", Arity.OPTIONAL, 'E'),
          LongOption.own("count", Arity.OPTIONAL, 'C'),
          LongOption.own("stats", Arity.NONE, 'S'),
          LongOption.own("version", Arity.NONE, 'V'),
          LongOption.own("help", Arity.NONE, 'h'),
          LongOption.own("orig-src", Arity.REQUIRED, 's'),
          LongOption.own("orig-dst", Arity.REQUIRED, 'd'),
          LongOption.own("src", Arity.REQUIRED, 's'),
          LongOption.own("dst", Arity.REQUIRED, 'd'),
          LongOption.own("reply-src", Arity.REQUIRED, 'r'),
          LongOption.own("reply-dst", Arity.REQUIRED, 'q'),
          LongOption.own("protonum", Arity.REQUIRED, 'p'),
          LongOption.own("proto", Arity.REQUIRED, 'p'),
          LongOption.own("timeout", Arity.REQUIRED, 't'),
          LongOption.own("status", Arity.REQUIRED, 'u'),
          LongOption.own("zero", Arity.NONE, 'z'),
          LongOption.own("event-mask", Arity.REQUIRED, 'e'),
          LongOption.own("mark", Arity.REQUIRED, 'm'),
          LongOption.own("secmark", Arity.REQUIRED, 'c'),
          LongOption.own("id", Arity.REQUIRED, 'i'),
          LongOption.own("family", Arity.REQUIRED, 'f'),
          LongOption.own("src-nat", Arity.OPTIONAL, 'n'),
          LongOption.own("dst-nat", Arity.OPTIONAL, 'g'),
          LongOption.own("any-nat", Arity.OPTIONAL, 'j'),
          LongOption.own("output", Arity.REQUIRED, 'o'),
          LongOption.own("zone", Arity.REQUIRED, 'w'),
          LongOption.own("buffer-size", Arity.REQUIRED, 'b'),
          LongOption.own("label", Arity.REQUIRED, 'l'));

  /** Known once a protocol with ports was named. */
  private static final List<LongOption> PORT_OPTIONS =
      List.of(
          LongOption.own("orig-port-src", Arity.REQUIRED, '1'),
          LongOption.own("sport", Arity.REQUIRED, '1'),
          LongOption.own("orig-port-dst", Arity.REQUIRED, '2'),
          LongOption.own("dport", Arity.REQUIRED, '2'),
          LongOption.own("reply-port-src", Arity.REQUIRED, '3'),
          LongOption.own("reply-port-dst", Arity.REQUIRED, '4'));

  private static final List<LongOption> OTHER_OPTIONS =
      List.of(
          LongOption.own("state", Arity.REQUIRED, '5'),
          LongOption.own("icmp-type", Arity.REQUIRED, '5'),
          LongOption.own("icmp-code", Arity.REQUIRED, '5'),
          LongOption.own("icmp-id", Arity.REQUIRED, '5'));

  /** The options in the order in which they are checked, with their names in messages. */
  private static final String CHECKED = "sdrqptuzemfngojw";

  private static final List<String> NAMES =
      List.of(
          "src",
          "dst",
          "reply-src",
          "reply-dst",
          "protonum",
          "timeout",
          "status",
          "zero",
          "event-mask",
          "mark",
          "family",
          "src-nat",
          "dst-nat",
          "output",
          "any-nat",
          "zone");

  private static final String COMMANDS = "LIUDGEFACSVh";

  private final Getopt words;
  private final ConntrackFilter.Builder filter = new ConntrackFilter.Builder();
  private final StringBuilder given = new StringBuilder();
  private char command;
  private boolean expectations;
  private boolean extended;

  private ConntrackArguments(List<String> words) {
    this.words = new Getopt(words, LETTERS, LONG_OPTIONS);
  }

  /**
   * Reads the words after {@code conntrack}.
   *
   * @throws ConntrackUsageException if the tool refuses them
   * @throws NotModelledException for options that have no meaning here
   */
  public static ConntrackArguments parse(List<String> words) {
    return new ConntrackArguments(words).read();
  }

  private ConntrackArguments read() {
    for (int c = words.next(); c != Getopt.END; c = words.next()) {
      if (c == Getopt.MISSING) {
        throw new ConntrackUsageException("option `" + option() + "' requires an argument");
      } else if (c == Getopt.UNKNOWN) {
        throw new ConntrackUsageException("unknown option `" + option() + "'");
      } else if (COMMANDS.indexOf(c) >= 0) {
        command((char) c);
      } else if (c != Getopt.WORD) {
        given.append((char) c);
        option((char) c, words.argument());
      }
    }
    checkOptions();
    return this;
  }

  private String option() {
    return words.letter() != 0 && words.previousWord().startsWith("--")
        ? words.previousWord()
        : words.letter() != 0 ? "-" + (char) words.letter() : words.previousWord();
  }

  private void command(char letter) {
    if (command != 0) {
      throw new ConntrackUsageException("Invalid commands combination");
    }
    command = letter;
    if ("SVh".indexOf(letter) < 0 && words.argument() == null && words.hasArgument()) {
      String table = words.takeWord();
      switch (table) {
        case "conntrack" -> {}
        case "expect" -> expectations = true;
        case "dying", "unconfirmed" -> throw new NotModelledException("conntrack table " + table);
        default -> throw new ConntrackUsageException("unknown type `" + table + "'");
      }
    }
  }

  private void option(char letter, String argument) {
    switch (letter) {
      case 's', 'd', 'r', 'q' -> filter.address(letter, argument);
      case 'n', 'g', 'j' -> {
        String address = argument;
        if (address == null && words.hasArgument()) {
          address = words.takeWord();
        }
        filter.translated(letter, address);
      }
      case 'f' -> filter.family(argument);
      case 'p' -> {
        filter.protocol(argument);
        words.add(PORT_OPTIONS);
        words.add(OTHER_OPTIONS);
      }
      case '1', '2', '3', '4' -> filter.port(letter - '0', argument);
      case 'm' -> filter.mark(argument);
      case 'w' -> filter.zone(argument);
      case 'u' -> filter.status(argument);
      case 'o' -> output(argument);
      case 't', 'e', 'z', 'b' -> {}
      case '5' -> throw new NotModelledException("conntrack --" + words.found().name());
      default -> throw new NotModelledException("conntrack -" + letter);
    }
  }

  private void output(String text) {
    for (String format : text.split(",", -1)) {
      switch (format.toLowerCase(Locale.ROOT)) {
        case "extended" -> extended = true;
        case "ktimestamp" -> {}
        case "xml", "save", "id", "timestamp", "labels", "userspace" ->
            throw new NotModelledException("conntrack -o " + format);
        default -> throw new ConntrackUsageException("Bad parameter `" + format + "'");
      }
    }
  }

  private void checkOptions() {
    if (given.length() == 0) {
      return;
    }
    String allowed =
        switch (command) {
          case 'L' -> "sdrqpuzmfngojw";
          case 'D' -> "sdrqptumfngojw";
          case 'F' -> "f";
          case 'C', 0 -> "";
          default -> CHECKED;
        };
    for (int i = 0; i < CHECKED.length(); i++) {
      char letter = CHECKED.charAt(i);
      if (given.indexOf(String.valueOf(letter)) >= 0 && allowed.indexOf(letter) < 0) {
        throw new ConntrackUsageException(
            "Illegal option `--" + NAMES.get(i) + "' with this command");
      }
    }
  }

  /** Returns the command's letter, 0 for none. */
  public char command() {
    return command;
  }

  /** Tells whether it is about expectations, of which there are none. */
  public boolean isAboutExpectations() {
    return expectations;
  }

  /** Tells whether each line begins with the address family. */
  public boolean isExtended() {
    return extended;
  }

  /** Returns which connections are meant, by default those of IPv4. */
  public ConntrackFilter filter() {
    return filter.build(IpFamily.V4);
  }
}
