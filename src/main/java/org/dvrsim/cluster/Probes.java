package org.dvrsim.cluster;

import java.util.Locale;

/** How closely hosts are looked at after each step, beyond a look at what they hold. */
public enum Probes {
  /** Not more; what the agents remember is not touched. */
  NONE,
  /** The agents are told again what they know, and synchronise fully. */
  REPEAT_AND_RESYNC,
  /** They are also restarted, twice, and their hosts compared with fresh ones. */
  RESTART_AND_COMPARE;

  /**
   * Reads the spelling of scenario files.
   *
   * @throws IllegalArgumentException if there is none such
   */
  public static Probes parse(String text) {
    for (Probes probes : values()) {
      if (probes.toString().equals(text)) {
        return probes;
      }
    }
    throw new IllegalArgumentException("no such probes: " + text);
  }

  /** Returns the spelling of scenario files, such as {@code repeat-and-resync}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
