package org.dvrsim.net;

/** An Ethernet address: 48 bits, written {@code fa:16:3e:00:00:01}. */
public record MacAddress(long bits) implements Comparable<MacAddress> {
  /** 00:00:00:00:00:00, which a loopback device has. */
  public static final MacAddress ZERO = new MacAddress(0);

  /** ff:ff:ff:ff:ff:ff. */
  public static final MacAddress BROADCAST = new MacAddress(0xffffffffffffL);

  /** Checks that it fits in 48 bits. */
  public MacAddress {
    if ((bits >>> 48) != 0) {
      throw new IllegalArgumentException("not 48 bits: " + Long.toHexString(bits));
    }
  }

  /**
   * Reads six groups of one or two hexadecimal digits separated by colons.
   *
   * @throws IllegalArgumentException otherwise
   */
  public static MacAddress parse(String text) {
    long bits = 0;
    int groups = 0;
    int digits = 0;
    int value = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ':' : text.charAt(i);
      if (c == ':') {
        if (digits == 0) {
          throw bad(text);
        }
        bits = bits << 8 | value;
        groups++;
        digits = 0;
        value = 0;
        continue;
      }
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0 || ++digits > 2) {
        throw bad(text);
      }
      value = value << 4 | digit;
    }
    if (groups != 6) {
      throw bad(text);
    }
    return new MacAddress(bits);
  }

  private static IllegalArgumentException bad(String text) {
    return new IllegalArgumentException("not a MAC address: " + text);
  }

  /** Tells whether this is a group address: its lowest bit of the first byte is set. */
  public boolean isMulticast() {
    return (bits >>> 40 & 1) != 0;
  }

  /**
   * Returns the IPv6 link-local address made from this MAC: fe80::/64 with the modified EUI-64.
   *
   * <p>Models: include/net/addrconf.h:addrconf_ifid_eui48()
   */
  public IpAddress toLinkLocal() {
    long first = (bits >>> 24) ^ 0x020000L;
    return IpAddress.v6(0xfe80L << 48, first << 40 | 0xfffeL << 24 | (bits & 0xffffff));
  }

  @Override
  public int compareTo(MacAddress other) {
    return Long.compare(bits, other.bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MacAddress that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bits);
  }

  @Override
  public String toString() {
    char[] out = new char[17];
    for (int i = 0; i < 6; i++) {
      int b = (int) (bits >>> (40 - 8 * i)) & 0xff;
      out[3 * i] = Character.forDigit(b >>> 4, 16);
      out[3 * i + 1] = Character.forDigit(b & 0xf, 16);
      if (i < 5) {
        out[3 * i + 2] = ':';
      }
    }
    return new String(out);
  }
}
