package org.dvrsim.netfilter;

/**
 * What stands in brackets before a rule of iptables-restore's input, {@code [PACKETS:BYTES]}, not
 * yet read as numbers.
 *
 * <p>Models: iptables/xshared.c:tokenize_rule_counters()
 *
 * @param rest the line from after the first closing bracket
 */
record CounterWords(String packets, String bytes, String rest) {
  private static final int MAX_DIGITS = 18;

  /**
   * Splits a line that begins with a bracket. As strtok(3) does it, runs of separators count as one
   * and each separator found ends the line, even where it stands after the brackets.
   *
   * @throws XtablesError if a bracket or colon is missing
   */
  static CounterWords of(String text, int line) {
    int close = text.indexOf(']');
    if (close < 0) {
      throw missing(line, ']');
    }
    int first = skip(text, 1, ':');
    if (first == text.length()) {
      throw missing(line, ':');
    }
    int colon = text.indexOf(':', first);
    int second = colon < 0 ? text.length() : skip(text, colon + 1, ']');
    if (second == text.length()) {
      throw missing(line, ']');
    }
    int end = text.indexOf(']', second);
    int restEnd = colon > close ? colon : end > close ? end : text.length();
    return new CounterWords(
        text.substring(first, colon),
        text.substring(second, end < 0 ? text.length() : end),
        text.substring(close + 1, restEnd));
  }

  private static int skip(String text, int start, char separator) {
    int i = start;
    while (i < text.length() && text.charAt(i) == separator) {
      i++;
    }
    return i;
  }

  private static XtablesError missing(int line, char what) {
    return XtablesError.parameter("Bad line " + line + ": need " + what);
  }

  /** Tells whether both are digits alone. */
  boolean areNumbers() {
    return isNumber(packets) && isNumber(bytes);
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_DIGITS;
  }
}
