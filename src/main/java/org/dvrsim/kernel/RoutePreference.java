package org.dvrsim.kernel;

import java.util.Locale;

/**
 * Which of several IPv6 routes of equal metric is taken, the highest first.
 *
 * <p>Models: include/uapi/linux/icmpv6.h:ICMPV6_ROUTER_PREF_*
 */
public enum RoutePreference {
  /** Only if there is nothing else. */
  LOW,
  /** The usual one. */
  MEDIUM,
  /** Before others. */
  HIGH;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
