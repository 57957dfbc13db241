package org.dvrsim.kernel;

import java.util.Locale;

/**
 * The state of a neighbour entry.
 *
 * <p>Models: include/uapi/linux/neighbour.h:NUD_*
 */
public enum NudState {
  /** Being resolved. */
  INCOMPLETE,
  /** Confirmed lately. */
  REACHABLE,
  /** Confirmed once. */
  STALE,
  /** Waiting before probing. */
  DELAY,
  /** Probing. */
  PROBE,
  /** Not resolvable. */
  FAILED,
  /** Needs no resolution. */
  NOARP,
  /** Set by an administrator, never expires. */
  PERMANENT,
  /** No state. */
  NONE;

  /** Returns iproute2's word, such as {@code permanent}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
