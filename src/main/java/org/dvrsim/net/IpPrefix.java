package org.dvrsim.net;

import java.util.Objects;

/**
 * A network: an address whose bits after {@code length} are zero, such as {@code 10.0.0.0/24}.
 * Ordered by address, then by length.
 */
public record IpPrefix(IpAddress address, int length) implements Comparable<IpPrefix> {
  /** 0.0.0.0/0. */
  public static final IpPrefix DEFAULT_V4 = new IpPrefix(IpAddress.ANY_V4, 0);

  /** {@code ::/0}. */
  public static final IpPrefix DEFAULT_V6 = new IpPrefix(IpAddress.ANY_V6, 0);

  /** Checks the length and that no host bit is set. */
  public IpPrefix {
    Objects.requireNonNull(address);
    if (length < 0 || length > address.family().bits()) {
      throw new IllegalArgumentException("no prefix length " + length + " for " + address);
    }
    if (!address.isMasked(length)) {
      throw new IllegalArgumentException("host bits set: " + address + "/" + length);
    }
  }

  /** Returns the network that {@code address} is in, clearing its host bits. */
  public static IpPrefix of(IpAddress address, int length) {
    if (length < 0 || length > address.family().bits()) {
      throw new IllegalArgumentException("no prefix length " + length + " for " + address);
    }
    return new IpPrefix(address.masked(length), length);
  }

  /** Returns the prefix that holds {@code address} alone. */
  public static IpPrefix host(IpAddress address) {
    return new IpPrefix(address, address.family().bits());
  }

  /** Returns the prefix of length 0 of {@code family}. */
  public static IpPrefix defaultOf(IpFamily family) {
    return family == IpFamily.V4 ? DEFAULT_V4 : DEFAULT_V6;
  }

  /**
   * Reads {@code ADDRESS/LENGTH}, or an address alone as a host prefix.
   *
   * @throws IllegalArgumentException if it is neither, or host bits are set
   */
  public static IpPrefix parse(String text) {
    IpInterface parsed = IpInterface.parse(text);
    return new IpPrefix(parsed.address(), parsed.length());
  }

  /** Returns the address family. */
  public IpFamily family() {
    return address.family();
  }

  /** Tells whether this is the default route's prefix, of length 0. */
  public boolean isDefault() {
    return length == 0;
  }

  /** Tells whether this holds a single address. */
  public boolean isHost() {
    return length == address.family().bits();
  }

  /** Tells whether {@code other} lies within this network. */
  public boolean contains(IpAddress other) {
    return address.matches(other, length);
  }

  /** Tells whether every address of {@code other} lies within this network. */
  public boolean contains(IpPrefix other) {
    return length <= other.length && address.matches(other.address, length);
  }

  /** Returns the last address of the network: for IPv4, its broadcast address. */
  public IpAddress last() {
    if (address.isV4()) {
      return IpAddress.v4((int) (address.low() | (0xffffffffL >>> length)));
    }
    long highMask = length >= 64 ? 0 : -1L >>> length;
    long lowMask = length <= 64 ? -1L : length == 128 ? 0 : -1L >>> (length - 64);
    return IpAddress.v6(address.high() | highMask, address.low() | lowMask);
  }

  @Override
  public int compareTo(IpPrefix other) {
    int byAddress = address.compareTo(other.address);
    return byAddress != 0 ? byAddress : Integer.compare(length, other.length);
  }

  /** Tells whether {@code host} alone is in it. */
  public boolean isHost(IpAddress host) {
    return length == host.family().bits() && address.equals(host);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpPrefix that && length == that.length && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return 31 * address.hashCode() + length;
  }

  /** Returns {@code ADDRESS/LENGTH}, always with the length. */
  @Override
  public String toString() {
    return address + "/" + length;
  }
}
