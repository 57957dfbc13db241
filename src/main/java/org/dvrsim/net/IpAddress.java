package org.dvrsim.net;

/**
 * An IPv4 or IPv6 address.
 *
 * <p>{@code high} holds the first 64 bits of an IPv6 address and is 0 for IPv4; {@code low} holds
 * the last 64 bits, or the 32 bits of an IPv4 address as a non-negative number. Ordered by family,
 * then as unsigned numbers.
 */
public record IpAddress(IpFamily family, long high, long low) implements Comparable<IpAddress> {
  /** 0.0.0.0. */
  public static final IpAddress ANY_V4 = v4(0);

  /** {@code ::}. */
  public static final IpAddress ANY_V6 = new IpAddress(IpFamily.V6, 0, 0);

  /** Checks that an IPv4 address fits in 32 bits. */
  public IpAddress {
    if (family == IpFamily.V4 && (high != 0 || (low >>> 32) != 0)) {
      throw new IllegalArgumentException("not 32 bits: " + Long.toHexString(low));
    }
  }

  /** Returns the IPv4 address whose 32 bits, most significant first, are {@code bits}. */
  public static IpAddress v4(int bits) {
    return new IpAddress(IpFamily.V4, 0, bits & 0xffffffffL);
  }

  /** Returns the IPv6 address of two halves. */
  public static IpAddress v6(long high, long low) {
    return new IpAddress(IpFamily.V6, high, low);
  }

  /** Returns the unspecified address of {@code family}. */
  public static IpAddress any(IpFamily family) {
    return family == IpFamily.V4 ? ANY_V4 : ANY_V6;
  }

  /**
   * Reads dotted-quad IPv4 (four decimal numbers) or RFC 4291 IPv6 text.
   *
   * @throws IllegalArgumentException if {@code text} is neither
   */
  public static IpAddress parse(String text) {
    return IpText.parse(text);
  }

  /** Tells whether {@code text} is something {@link #parse} reads. */
  public static boolean isValid(String text) {
    return IpText.tryParse(text) != null;
  }

  /** Tells whether this is an IPv4 address. */
  public boolean isV4() {
    return family == IpFamily.V4;
  }

  /** Tells whether this is {@code 0.0.0.0} or {@code ::}. */
  public boolean isUnspecified() {
    return high == 0 && low == 0;
  }

  /** Tells whether this is in 127.0.0.0/8 or is {@code ::1}. */
  public boolean isLoopback() {
    return isV4() ? (low >>> 24) == 127 : high == 0 && low == 1;
  }

  /** Tells whether this is in 224.0.0.0/4 or ff00::/8. */
  public boolean isMulticast() {
    return isV4() ? (low >>> 28) == 0xe : (high >>> 56) == 0xff;
  }

  /** Tells whether this is 255.255.255.255. */
  public boolean isLimitedBroadcast() {
    return isV4() && low == 0xffffffffL;
  }

  /** Tells whether this is in 169.254.0.0/16 or fe80::/10. */
  public boolean isLinkLocal() {
    return isV4() ? (low >>> 16) == 0xa9fe : (high >>> 54) == 0x3fa;
  }

  /** Returns this address with all bits after the first {@code length} set to zero. */
  public IpAddress masked(int length) {
    if (isV4()) {
      return length == 32 ? this : new IpAddress(family, 0, low & v4Mask(length));
    }
    if (length == 128) {
      return this;
    }
    if (length >= 64) {
      return new IpAddress(family, high, length == 64 ? 0 : low & (-1L << (128 - length)));
    }
    return new IpAddress(family, length == 0 ? 0 : high & (-1L << (64 - length)), 0);
  }

  /** Tells whether all bits after the first {@code length} are zero. */
  boolean isMasked(int length) {
    if (isV4()) {
      return (low & ~v4Mask(length)) == 0;
    }
    return length >= 64
        ? length == 128 || low << (length - 64) == 0
        : low == 0 && high << length == 0;
  }

  /** Tells whether the first {@code length} bits are those of {@code other}, of the same family. */
  public boolean matches(IpAddress other, int length) {
    if (family != other.family) {
      return false;
    }
    if (isV4()) {
      return ((low ^ other.low) & v4Mask(length)) == 0;
    }
    if (length <= 64) {
      return length == 0 || ((high ^ other.high) >>> (64 - length)) == 0;
    }
    return high == other.high && ((low ^ other.low) >>> (128 - length)) == 0;
  }

  /** Returns the address {@code offset} further on, wrapping within the family. */
  public IpAddress plus(long offset) {
    if (isV4()) {
      return v4((int) (low + offset));
    }
    long sum = low + offset;
    boolean carry = offset >= 0 && Long.compareUnsigned(sum, low) < 0;
    boolean borrow = offset < 0 && Long.compareUnsigned(sum, low) > 0;
    return new IpAddress(family, high + (carry ? 1 : 0) - (borrow ? 1 : 0), sum);
  }

  /** Returns the 32 bits of an IPv4 address. */
  public int toV4Bits() {
    if (!isV4()) {
      throw new IllegalStateException("not IPv4: " + this);
    }
    return (int) low;
  }

  private static long v4Mask(int length) {
    return length == 0 ? 0 : (-1L << (32 - length)) & 0xffffffffL;
  }

  @Override
  public int compareTo(IpAddress other) {
    int byFamily = family.compareTo(other.family);
    if (byFamily != 0) {
      return byFamily;
    }
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress that
        && low == that.low
        && high == that.high
        && family == that.family;
  }

  @Override
  public int hashCode() {
    long h = (high * 31 + low) * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 32);
  }

  /** Returns the text that inet_ntop(3) gives. */
  @Override
  public String toString() {
    return IpText.format(this);
  }
}
