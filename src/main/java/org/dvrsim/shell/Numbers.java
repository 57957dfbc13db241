package org.dvrsim.shell;

import java.util.OptionalLong;

/**
 * Numbers as C programs read them: decimal, 0x or octal, the whole word.
 *
 * <p>Models: strtoul(3); iproute2 lib/utils.c:get_u32(), get_integer()
 */
final class Numbers {
  /** 2^32 - 1. */
  static final long MAX_U32 = 0xffffffffL;

  private Numbers() {}

  /** Reads a number from 0 to {@code max}. */
  static OptionalLong unsigned(String text, long max) {
    return unsigned(text, 0, max);
  }

  /** Reads a number from 0 to {@code max} in {@code base}; base 0 is told by the prefix. */
  static OptionalLong unsigned(String text, int base, long max) {
    OptionalLong number = signed(text, base, Long.MIN_VALUE, max);
    return number.isPresent() && number.getAsLong() < 0 ? OptionalLong.empty() : number;
  }

  /** Reads a number from {@code min} to {@code max}. */
  static OptionalLong signed(String text, long min, long max) {
    return signed(text, 0, min, max);
  }

  private static OptionalLong signed(String text, int base, long min, long max) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    boolean negative = text.startsWith("-", start);
    if (negative || text.startsWith("+", start)) {
      start++;
    }
    int radix = base == 0 ? 10 : base;
    boolean hex = text.startsWith("0x", start) || text.startsWith("0X", start);
    if (hex && (base == 0 || base == 16)) {
      radix = 16;
      start += 2;
    } else if (base == 0 && text.startsWith("0", start) && text.length() > start + 1) {
      radix = 8;
      start++;
    }
    String digits = text.substring(start);
    if (digits.isEmpty() || digits.length() > 24 || Character.digit(digits.charAt(0), radix) < 0) {
      return OptionalLong.empty();
    }
    try {
      long value = Long.parseLong(digits, radix);
      long number = negative ? -value : value;
      return number < min || number > max ? OptionalLong.empty() : OptionalLong.of(number);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
