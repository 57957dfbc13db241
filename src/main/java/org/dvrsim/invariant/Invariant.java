package org.dvrsim.invariant;

import java.util.List;

/** A property that every host has at the end of every step. */
public interface Invariant {
  /** Returns the name by which scenarios and reports call it, such as {@code leaked-device}. */
  String name();

  /** Returns one sentence that says what breaks for a user when it does not hold. */
  String consequence();

  /**
   * Tells whether it need only hold once everything the server said has arrived and nothing that
   * went wrong is still to be healed; otherwise it holds after every step, faults or not.
   */
  default boolean onlyWhenSettled() {
    return true;
  }

  /** Returns what is wrong, in a fixed order; empty if nothing is. */
  List<Violation> check(HostView view);
}
