package org.dvrsim.net;

/** The two address families: IPv4 and IPv6. */
public enum IpFamily {
  /** IPv4. */
  V4(32, 2, 4),
  /** IPv6. */
  V6(128, 10, 6);

  private final int bits;
  private final int af;
  private final int version;

  IpFamily(int bits, int af, int version) {
    this.bits = bits;
    this.af = af;
    this.version = version;
  }

  /** Returns the length of an address in bits: 32 or 128. */
  public int bits() {
    return bits;
  }

  /** Returns Linux's address family number: AF_INET is 2, AF_INET6 is 10. */
  public int af() {
    return af;
  }

  /** Returns the IP version: 4 or 6. */
  public int version() {
    return version;
  }

  /** Returns the family of IP version 4 or 6. */
  public static IpFamily ofVersion(int version) {
    return switch (version) {
      case 4 -> V4;
      case 6 -> V6;
      default -> throw new IllegalArgumentException("no IP version " + version);
    };
  }
}
