package org.dvrsim.netfilter;

import java.util.Arrays;
import java.util.List;

/**
 * Collects the options of one match or target of one rule. Checks what the option table says:
 * options given twice, negated where they can't be, missing or contradicting ones.
 *
 * <p>Models: libxtables/xtoptions.c:xtables_option_parse(), xtables_options_fcheck()
 *
 * @param <T> what is built from the options
 */
abstract class ExtensionParser<T> {
  private final OptionTable table;
  private int seen;

  ExtensionParser(OptionTable table) {
    this.table = table;
  }

  String name() {
    return table.name();
  }

  /** Returns the options as they stand on a command line. */
  List<LongOption> words() {
    return table.words();
  }

  /** Tells whether an option of the given ids' bits was given. */
  boolean seen(int ids) {
    return (seen & ids) != 0;
  }

  /**
   * Takes one option.
   *
   * @param argument null for a flag
   * @param words the rest of the command line, for options with two arguments
   */
  void take(
      ExtensionOption option, String argument, boolean inverted, RuleSoFar rule, Getopt words) {
    if ((!option.repeatable() || (option.excludes() & option.bit()) != 0) && seen(option.bit())) {
      throw problem("option \"--" + named(option) + "\" can only be used once.\n");
    }
    if (inverted && !option.invertible()) {
      throw problem("option \"--" + named(option) + "\" cannot be inverted.\n");
    }
    parse(option, argument, inverted, rule);
    seen |= option.bit();
  }

  /** Returns the name under which messages mention {@code option}. */
  String named(ExtensionOption option) {
    return table.nameInMessages(option);
  }

  void markSeen(ExtensionOption option) {
    seen |= option.bit();
  }

  /** Reads one option's argument. */
  abstract void parse(ExtensionOption option, String argument, boolean inverted, RuleSoFar rule);

  /** Checks what the options say together, before the table's own checks. */
  void check() {}

  /** Checks the options once all were given. */
  final void finish() {
    check();
    for (ExtensionOption option : table.options()) {
      if (option.mandatory() && !seen(option.bit())) {
        throw problem("option \"--" + option.name() + "\" must be specified\n");
      }
      if (!seen(option.bit())) {
        continue;
      }
      if ((option.excludes() | option.also()) != 0) {
        checkOthers(option);
      }
    }
  }

  private void checkOthers(ExtensionOption option) {
    for (int id = 0; id < Integer.SIZE; id++) {
      if (id != option.id()) {
        checkTogether(option, id);
      }
    }
  }

  private void checkTogether(ExtensionOption option, int id) {
    ExtensionOption other = lookUp(id);
    if (other == null) {
      return;
    }
    if ((option.also() & other.bit()) != 0 && !seen(other.bit())) {
      throw problem(
          "option \"--" + option.name() + "\" also requires \"--" + other.name() + "\".\n");
    }
    if ((option.excludes() & other.bit()) != 0 && seen(other.bit())) {
      throw problem(
          "option \"--"
              + option.name()
              + "\" cannot be used together with \"--"
              + other.name()
              + "\".\n");
    }
  }

  private ExtensionOption lookUp(int id) {
    for (ExtensionOption option : table.options()) {
      if (option.id() == id) {
        return option;
      }
    }
    return null;
  }

  /** Returns what the options describe. */
  abstract T build();

  /** Returns an error that begins with the extension's name. */
  XtablesError problem(String message) {
    return XtablesError.parameter(name() + ": " + message);
  }

  /**
   * Reads a number.
   *
   * <p>Models: libxtables/xtoptions.c:xtopt_parse_int()
   */
  long number(ExtensionOption option, String text, long min, long max) {
    long number = CNumber.whole(text, min, max);
    if (number < 0) {
      throw problem(
          "bad value for option \"--"
              + named(option)
              + "\", or out of range ("
              + min
              + "-"
              + max
              + ").\n");
    }
    return number;
  }

  /**
   * Reads {@code MIN[:MAX]}; what is left out is the least or the most.
   *
   * <p>Models: libxtables/xtoptions.c:xtopt_parse_mint()
   *
   * @return both ends, which may be the same
   */
  long[] numberRange(ExtensionOption option, String text, long least, long most) {
    String[] parts = text.split(":", -1);
    long[] range = {least, most};
    long floor = least;
    for (int i = 0; i < parts.length; i++) {
      if (i == 2) {
        throw problem("Too many components for option \"--" + named(option) + "\" (max: 2)\n");
      }
      if (!parts[i].isEmpty()) {
        CNumber number = CNumber.prefix(parts[i], 0, floor, most);
        if (number == null) {
          throw problem(
              "bad value for option \"--%s\" near \"%s\", or out of range (%d-%d).\n"
                  .formatted(named(option), following(parts, i), floor, most));
        }
        if (number.end() < parts[i].length()) {
          throw problem(
              "Argument to \"--%s\" has unexpected characters near \"%s\".\n"
                  .formatted(named(option), following(parts, i).substring(number.end())));
        }
        range[i] = number.value();
        floor = number.value();
      }
    }
    return new long[] {range[0], parts.length == 1 ? range[0] : range[1]};
  }

  private static String following(String[] parts, int from) {
    return String.join(":", Arrays.asList(parts).subList(from, parts.length));
  }

  /**
   * Reads {@code VALUE[/MASK]}.
   *
   * <p>Models: libxtables/xtables.c:xtables_parse_val_mask()
   */
  MarkMask markMask(ExtensionOption option, String text) {
    CNumber value = CNumber.prefix(text, 0, 0, MarkMask.MAX);
    if (value == null) {
      throw badInteger(option);
    }
    if (value.end() == text.length()) {
      return new MarkMask((int) value.value(), MarkMask.ALL);
    }
    if (text.charAt(value.end()) != '/') {
      throw garbage(option);
    }
    CNumber mask = CNumber.prefix(text, value.end() + 1, 0, MarkMask.MAX);
    if (mask == null) {
      throw badInteger(option);
    }
    if (mask.end() != text.length()) {
      throw garbage(option);
    }
    return new MarkMask((int) value.value(), (int) mask.value());
  }

  private XtablesError badInteger(ExtensionOption option) {
    return problem("bad integer value for option \"--" + named(option) + "\", or out of range.\n");
  }

  private XtablesError garbage(ExtensionOption option) {
    return problem("trailing garbage after value for option \"--" + named(option) + "\".\n");
  }
}
