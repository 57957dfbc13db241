package org.dvrsim.cli;

import org.dvrsim.fuzz.Distinct;
import org.dvrsim.view.Quantity;

/** Tells a person of a kind of failure in a line. */
final class KindText {
  private KindText() {}

  /** Returns how often it was met, what it violates and the kinds of its steps. */
  static String line(Distinct.Kind kind) {
    String steps = kind.small().shape();
    return "%s %s: %s"
        .formatted(
            Quantity.of(kind.count(), "time"),
            kind.small().failure().invariant(),
            steps.isEmpty() ? "when the agents have started" : steps);
  }
}
