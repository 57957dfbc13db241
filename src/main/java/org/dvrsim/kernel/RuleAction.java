package org.dvrsim.kernel;

import java.util.Locale;

/**
 * What a routing rule does with a packet that matches.
 *
 * <p>Models: include/uapi/linux/fib_rules.h:FR_ACT_*
 */
public enum RuleAction {
  /** Looks up a table. */
  TO_TABLE,
  /** Goes on at another priority. */
  GOTO,
  /** Does nothing. */
  NOP,
  /** Drops silently. */
  BLACKHOLE,
  /** Drops with ENETUNREACH. */
  UNREACHABLE,
  /** Drops with EACCES. */
  PROHIBIT,
  /** Reserved (4); the kernel takes it and drops silently. */
  ANYCAST,
  /** Reserved (5); the kernel takes it and drops silently. */
  MULTICAST,
  /** Not an action (9), but the type of a route; the kernel takes it and drops silently. */
  THROW;

  @Override
  public String toString() {
    return this == TO_TABLE ? "lookup" : name().toLowerCase(Locale.ROOT);
  }
}
