package org.dvrsim.ops;

import java.util.Locale;

/** Where an agent's workers take turns. */
public enum Switching {
  /**
   * Only where they wait for something: an op or a look by the privileged daemon, a call to the
   * server, a lock. So are the workers of release 2025.1, eventlet's greenlets.
   */
  GREENLETS,
  /** After ops too, and between accesses to state files: threads, as since release 2026.1. */
  THREADS;

  /**
   * Reads the spelling of scenario files.
   *
   * @throws IllegalArgumentException if there is none such
   */
  public static Switching parse(String text) {
    for (Switching switching : values()) {
      if (switching.toString().equals(text)) {
        return switching;
      }
    }
    throw new IllegalArgumentException("workers are greenlets or threads, not " + text);
  }

  /** Returns the spelling of scenario files, such as {@code greenlets}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
