package org.dvrsim.kernel;

import java.util.Locale;

/** What drives a network device. */
public enum LinkKind {
  /** The loopback device. */
  LOOPBACK,
  /** One end of a veth pair. */
  VETH,
  /** A port of the integration bridge. */
  INTERNAL;

  /** Returns the name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
