package org.dvrsim.net;

/**
 * A packet mark and the bits of it that count, written {@code 0x10000/0xffff0000}; a full mask is
 * left out.
 */
public record Fwmark(int value, int mask) {
  /** The mask of all 32 bits. */
  public static final int ALL_BITS = 0xffffffff;

  /** Returns a mark of which all bits count. */
  public static Fwmark exactly(int value) {
    return new Fwmark(value, ALL_BITS);
  }

  /**
   * Reads {@code VALUE} or {@code VALUE/MASK}, each decimal, 0x or octal as strtoul(3) reads them.
   *
   * @throws IllegalArgumentException otherwise
   */
  public static Fwmark parse(String text) {
    int slash = text.indexOf('/');
    try {
      if (slash < 0) {
        return exactly(number(text));
      }
      return new Fwmark(number(text.substring(0, slash)), number(text.substring(slash + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a mark: " + text, e);
    }
  }

  private static int number(String text) {
    long n = Long.decode(text);
    if (n < 0 || n > 0xffffffffL) {
      throw new NumberFormatException(text);
    }
    return (int) n;
  }

  /** Tells whether a packet marked {@code mark} has this mark. */
  public boolean matches(int mark) {
    return (mark & mask) == (value & mask);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fwmark that && value == that.value && mask == that.mask;
  }

  @Override
  public int hashCode() {
    return 31 * value + mask;
  }

  @Override
  public String toString() {
    String text = "0x" + Integer.toHexString(value);
    return mask == ALL_BITS ? text : text + "/0x" + Integer.toHexString(mask);
  }
}
