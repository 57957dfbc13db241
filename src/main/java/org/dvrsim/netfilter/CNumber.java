package org.dvrsim.netfilter;

/**
 * Reads unsigned numbers as strtoul(3) with base 0 does: decimal, {@code 0x} hexadecimal, {@code 0}
 * octal; leading white space and {@code +} are taken, {@code -} is not.
 *
 * <p>Models: libxtables/xtables.c:xtables_strtoul_base()
 *
 * @param value the number read
 * @param end the index of the first character that is not part of it
 */
record CNumber(long value, int end) {
  /**
   * Reads the number that {@code text} begins with, from {@code start}.
   *
   * @return null if there is none, or it lies outside {@code min} to {@code max}
   */
  static CNumber prefix(String text, int start, long min, long max) {
    int i = start;
    int n = text.length();
    while (i < n && isSpace(text.charAt(i))) {
      i++;
    }
    if (i < n && text.charAt(i) == '+') {
      i++;
    }
    int base = 10;
    if (i < n && text.charAt(i) == '0') {
      if (i + 2 < n
          && (text.charAt(i + 1) == 'x' || text.charAt(i + 1) == 'X')
          && digit(text.charAt(i + 2), 16) >= 0) {
        base = 16;
        i += 2;
      } else {
        base = 8;
      }
    }
    int first = i;
    long value = 0;
    boolean overflow = false;
    while (i < n) {
      int digit = digit(text.charAt(i), base);
      if (digit < 0) {
        break;
      }
      if (value > (Long.MAX_VALUE - digit) / base) {
        overflow = true;
      } else {
        value = value * base + digit;
      }
      i++;
    }
    if (i == first || overflow || value < min || value > max) {
      return null;
    }
    return new CNumber(value, i);
  }

  /** Reads a number that takes all of {@code text}; returns -1 if it is none or out of range. */
  static long whole(String text, long min, long max) {
    CNumber number = prefix(text, 0, min, max);
    return number == null || number.end != text.length() ? -1 : number.value;
  }

  private static int digit(char c, int base) {
    return c < 0x80 ? Character.digit(c, base) : -1;
  }

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
