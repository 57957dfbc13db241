package org.dvrsim.net;

import java.util.Objects;

/**
 * An address together with the length of the network it is configured in, such as {@code
 * 10.0.0.1/24}; host bits may be set. Ordered by address, then by length.
 */
public record IpInterface(IpAddress address, int length) implements Comparable<IpInterface> {
  /** Checks the length. */
  public IpInterface {
    Objects.requireNonNull(address);
    if (length < 0 || length > address.family().bits()) {
      throw new IllegalArgumentException("no prefix length " + length + " for " + address);
    }
  }

  /**
   * Reads {@code ADDRESS/LENGTH}, or an address alone with its family's full length.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static IpInterface parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      IpAddress address = IpAddress.parse(text);
      return new IpInterface(address, address.family().bits());
    }
    String length = text.substring(slash + 1);
    if (length.isEmpty()
        || length.length() > 3
        || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("not an address and prefix length: " + text);
    }
    return new IpInterface(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(length));
  }

  /** Returns the address family. */
  public IpFamily family() {
    return address.family();
  }

  /** Returns the network, with host bits cleared. */
  public IpPrefix network() {
    return IpPrefix.of(address, length);
  }

  @Override
  public int compareTo(IpInterface other) {
    int byAddress = address.compareTo(other.address);
    return byAddress != 0 ? byAddress : Integer.compare(length, other.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpInterface that
        && length == that.length
        && address.equals(that.address);
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
