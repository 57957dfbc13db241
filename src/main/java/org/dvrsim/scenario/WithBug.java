package org.dvrsim.scenario;

import java.util.Objects;

/**
 * What a scenario shows of a known bug: an agent that has it violates an invariant in some step,
 * while one that has not goes through without.
 *
 * @param id the bug's id, such as {@code lp-1360395}
 * @param violates the name of the invariant
 */
public record WithBug(String id, String violates) {
  /** Checks that all is given. */
  public WithBug {
    Objects.requireNonNull(id);
    Objects.requireNonNull(violates);
  }
}
