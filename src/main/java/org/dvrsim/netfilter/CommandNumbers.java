package org.dvrsim.netfilter;

/** Reads the numbers on an iptables command line. */
final class CommandNumbers {
  private CommandNumbers() {}

  /** Reads the number of a rule, from 1 on. */
  static int rule(String text) {
    long number = CNumber.whole(text, 1, Integer.MAX_VALUE);
    if (number < 0) {
      throw XtablesError.parameter("Invalid rule number `" + text + "'");
    }
    return (int) number;
  }

  /**
   * Reads the number of a rule to delete, which is parsed more loosely than other rule numbers.
   *
   * <p>Models: iptables/xshared.c:parse_rule_range()
   */
  static int ruleToDelete(String text) {
    if (text.indexOf(':') >= 0) {
      throw XtablesError.parameter("Rule ranges are not supported");
    }
    int start = 0;
    while (start < text.length() && CNumber.isSpace(text.charAt(start))) {
      start++;
    }
    if (start < text.length() && text.charAt(start) == '+') {
      start++;
    }
    int end = start;
    long number = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      number = Math.min(number * 10 + (text.charAt(end) - '0'), Long.MAX_VALUE / 20);
      end++;
    }
    if (end != text.length() || end == start || number == 0) {
      throw XtablesError.parameter("Invalid rule number `" + text + "'");
    }
    return (int) Math.min(number, Integer.MAX_VALUE);
  }

  /**
   * Reads the digits that a counter begins with.
   *
   * @param what {@code packet} or {@code byte}
   */
  static long counter(String text, String what) {
    int end = 0;
    while (end < text.length() && end < 18 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (end == 0) {
      throw XtablesError.parameter("--set-counters " + what + " counter not numeric");
    }
    return Long.parseLong(text.substring(0, end));
  }
}
