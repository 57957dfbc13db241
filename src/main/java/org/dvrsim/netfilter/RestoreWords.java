package org.dvrsim.netfilter;

/** Cuts lines of iptables-restore's input into words. */
final class RestoreWords {
  private RestoreWords() {}

  /** Tells whether a character stands between words. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Returns where the next word begins, or the end of the text. */
  static int skipBlanks(String text, int start) {
    int i = start;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Returns where the word ends that begins at {@code start}. */
  static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length() && !isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Returns the first word after {@code from}, null if there is none. */
  static String firstWord(String text, int from) {
    int start = skipBlanks(text, from);
    return start == text.length() ? null : text.substring(start, wordEnd(text, start));
  }

  /** Reads {@code [PACKETS:BYTES]}; null if it is something else. */
  static long[] counters(String text) {
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

  /** Tells whether a word can't be taken for anything but the name of a chain. */
  static boolean isName(String chain) {
    for (int i = 0; i < chain.length(); i++) {
      char c = chain.charAt(i);
      if (c == '"' || isBlank(c)) {
        return false;
      }
    }
    return !chain.isEmpty() && chain.length() <= 28;
  }

  /** Tells whether a character is one of 0 to 9. */
  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
