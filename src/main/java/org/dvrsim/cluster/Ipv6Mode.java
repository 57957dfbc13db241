package org.dvrsim.cluster;

/** {@code ipv6_ra_mode} and {@code ipv6_address_mode} of a subnet, which are always set alike. */
public enum Ipv6Mode {
  /** Neither is set: addresses are given statically. Always so for IPv4. */
  NONE(null),
  /** Instances make their address from the announced prefix and their MAC. */
  SLAAC("slaac"),
  /** Addresses come from DHCPv6. */
  DHCPV6_STATEFUL("dhcpv6-stateful"),
  /** As SLAAC, other settings from DHCPv6. */
  DHCPV6_STATELESS("dhcpv6-stateless");

  private final String text;

  Ipv6Mode(String text) {
    this.text = text;
  }

  /**
   * Reads Neutron's spelling.
   *
   * @throws IllegalArgumentException if {@code text} is no mode
   */
  public static Ipv6Mode parse(String text) {
    for (Ipv6Mode mode : values()) {
      if (text.equals(mode.text)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("not an IPv6 mode: " + text);
  }

  /** Tells whether an instance's address is made from its MAC. */
  boolean isAutoAddress() {
    return this == SLAAC || this == DHCPV6_STATELESS;
  }

  /** Returns Neutron's spelling; null for {@link #NONE}. */
  public String textOrNull() {
    return text;
  }
}
