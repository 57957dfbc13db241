package org.dvrsim.kernel;

import java.util.Locale;

/**
 * Which of several IPv6 routes of equal metric is taken, the highest first.
 *
 * <p>Models: include/uapi/linux/icmpv6.h:ICMPV6_ROUTER_PREF_*
 */
public enum RoutePreference {
  /** Only if there is nothing else. */
  LOW(1),
  /** The usual one. */
  MEDIUM(2),
  /** Before others. */
  HIGH(3);

  private final int weight;

  RoutePreference(int weight) {
    this.weight = weight;
  }

  /** Returns what counts when routes are compared (IPV6_DECODE_PREF). */
  int weight() {
    return weight;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
