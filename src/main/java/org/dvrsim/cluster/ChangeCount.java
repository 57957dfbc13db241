package org.dvrsim.cluster;

/**
 * Counts how often anything that a server knows changed, so that who worked something out from it
 * can tell whether it still holds. Every resource of the server counts its changes here.
 */
final class ChangeCount {
  private long count;

  /** Notes a change. */
  void changed() {
    count++;
  }

  /** Returns how many changes there were so far. */
  long count() {
    return count;
  }
}
