package org.dvrsim.scenario;

import java.util.Objects;

/**
 * An invariant that a step is known to break, because the real agent has that defect.
 *
 * @param invariant the invariant's name
 * @param because why, for people
 */
public record ExpectedViolation(String invariant, String because) {
  /** Checks that both are given. */
  public ExpectedViolation {
    Objects.requireNonNull(invariant);
    Objects.requireNonNull(because);
  }
}
