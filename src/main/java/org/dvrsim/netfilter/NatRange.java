package org.dvrsim.netfilter;

import org.dvrsim.net.IpAddress;

/**
 * What an end of a connection may be translated to.
 *
 * <p>Models: include/uapi/linux/netfilter/nf_nat.h:struct nf_nat_range2
 *
 * @param min the first address, null if the address stays
 * @param max the last address, null if the address stays
 * @param minPort the first port, -1 if the port stays where it can
 * @param maxPort the last port
 * @param random whether the port is picked anew even if it could stay
 */
public record NatRange(IpAddress min, IpAddress max, int minPort, int maxPort, boolean random) {
  /** Everything stays as it is where possible. */
  static final NatRange ANY = new NatRange(null, null, -1, -1, false);

  /** Returns the range that holds {@code address} alone. */
  public static NatRange to(IpAddress address) {
    return new NatRange(address, address, -1, -1, false);
  }

  /** Returns the range of a DNAT or SNAT target. */
  public static NatRange of(NatTarget target) {
    return new NatRange(
        target.minAddress(),
        target.maxAddress(),
        target.minPort(),
        target.maxPort(),
        target.random() || target.randomFully());
  }

  /** Returns the range of a MASQUERADE or REDIRECT target that uses {@code address}. */
  public static NatRange of(NatTarget target, IpAddress address) {
    return new NatRange(
        address,
        address,
        target.minPort(),
        target.maxPort(),
        target.random() || target.randomFully());
  }

  boolean hasPorts() {
    return minPort >= 0;
  }

  boolean containsAddress(IpAddress address) {
    return min == null || (min.compareTo(address) <= 0 && address.compareTo(max) <= 0);
  }

  boolean containsPort(int port) {
    return minPort < 0 || (minPort <= port && port <= maxPort);
  }
}
