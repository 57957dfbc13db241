package org.dvrsim.scenario;

import java.util.Objects;
import org.dvrsim.invariant.Violation;

/** A violation and the host on which it was found. */
public record Finding(String host, Violation violation) {
  /** Checks that both are given. */
  public Finding {
    Objects.requireNonNull(host);
    Objects.requireNonNull(violation);
  }

  /** Returns the name of the invariant. */
  public String invariant() {
    return violation.invariant();
  }
}
