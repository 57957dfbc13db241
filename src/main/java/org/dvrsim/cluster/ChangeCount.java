package org.dvrsim.cluster;

/**
 * Counts how often something that a server knows changed, so that who worked something out from it
 * can tell whether it still holds. Every resource of the server counts its changes in one.
 */
final class ChangeCount {
  private final ChangeCount whole;
  private long count;

  /** Builds the count of all changes. */
  ChangeCount() {
    this(null);
  }

  /** Builds the count of some of the changes that {@code whole} counts. */
  ChangeCount(ChangeCount whole) {
    this.whole = whole;
  }

  /** Notes a change. */
  void changed() {
    count++;
    if (whole != null) {
      whole.changed();
    }
  }

  /** Returns how many changes there were so far. */
  long count() {
    return count;
  }
}
