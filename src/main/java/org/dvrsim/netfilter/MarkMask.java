package org.dvrsim.netfilter;

/** A mark and the bits of it that count, printed {@code 0x1/0xffff}, or {@code 0x1} for all. */
record MarkMask(int value, int mask) {
  static final long MAX = 0xffffffffL;
  static final int ALL = 0xffffffff;

  /** Writes the mark in hexadecimal, with its mask if that isn't full. */
  void write(StringBuilder out) {
    out.append("0x").append(Integer.toHexString(value));
    if (mask != ALL) {
      out.append("/0x").append(Integer.toHexString(mask));
    }
  }

  static void hex(StringBuilder out, int number) {
    out.append("0x").append(Integer.toHexString(number));
  }
}
