package org.dvrsim.datapath;

import org.dvrsim.kernel.Link;

/**
 * The devices by which a packet came into namespaces, the last one first.
 *
 * @param before the way up to there, null at the beginning
 * @param length how many devices there are
 */
record Trail(Link device, Trail before, int length) {
  /** Returns {@code before} and one device more. */
  static Trail of(Link device, Trail before) {
    return new Trail(device, before, lengthOf(before) + 1);
  }

  static int lengthOf(Trail trail) {
    return trail == null ? 0 : trail.length;
  }

  /** Returns how often the way led through the device by which it came last. */
  int visits() {
    int visits = 0;
    for (Trail at = this; at != null; at = at.before) {
      visits += at.device == device ? 1 : 0;
    }
    return visits;
  }
}
