package org.dvrsim.net;

/**
 * The id of a route table: 32 bits, unsigned, 0 meaning "unspecified". Written as iproute2 writes
 * it: {@code default} (253), {@code main} (254), {@code local} (255), otherwise a number.
 */
public record TableId(int bits) implements Comparable<TableId> {
  /** RT_TABLE_UNSPEC. */
  public static final TableId UNSPEC = new TableId(0);

  /** RT_TABLE_DEFAULT. */
  public static final TableId DEFAULT = new TableId(253);

  /** RT_TABLE_MAIN. */
  public static final TableId MAIN = new TableId(254);

  /** RT_TABLE_LOCAL. */
  public static final TableId LOCAL = new TableId(255);

  /**
   * Returns the table of a number from 0 to 2^32 - 1.
   *
   * @throws IllegalArgumentException outside that range
   */
  public static TableId of(long number) {
    if (number < 0 || number > 0xffffffffL) {
      throw new IllegalArgumentException("no table " + number);
    }
    return new TableId((int) number);
  }

  /** Returns the number, from 0 to 2^32 - 1. */
  public long number() {
    return bits & 0xffffffffL;
  }

  /**
   * Reads a name of iproute2's rt_tables or a decimal or 0x number.
   *
   * @throws IllegalArgumentException otherwise
   */
  public static TableId parse(String text) {
    return switch (text) {
      case "default" -> DEFAULT;
      case "main" -> MAIN;
      case "local" -> LOCAL;
      case "unspec" -> UNSPEC;
      default -> {
        try {
          yield of(Long.decode(text));
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException("not a route table: " + text, e);
        }
      }
    };
  }

  @Override
  public int compareTo(TableId other) {
    return Integer.compareUnsigned(bits, other.bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TableId that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return bits;
  }

  @Override
  public String toString() {
    return switch (bits) {
      case 253 -> "default";
      case 254 -> "main";
      case 255 -> "local";
      default -> Long.toString(number());
    };
  }
}
