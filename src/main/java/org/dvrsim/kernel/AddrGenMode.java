package org.dvrsim.kernel;

/**
 * How a device makes its IPv6 link-local address.
 *
 * <p>Models: include/uapi/linux/if_link.h:enum in6_addr_gen_mode
 */
public enum AddrGenMode {
  /** From the MAC address. */
  EUI64(0, "eui64"),
  /** Not at all. */
  NONE(1, "none"),
  /** From a secret. */
  STABLE_SECRET(2, "stable_secret"),
  /** From a random secret. */
  RANDOM(3, "random");

  private final int number;
  private final String text;

  AddrGenMode(int number, String text) {
    this.number = number;
    this.text = text;
  }

  int number() {
    return number;
  }

  /** Returns iproute2's word. */
  @Override
  public String toString() {
    return text;
  }
}
