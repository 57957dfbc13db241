package org.dvrsim.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One step of a scenario.
 *
 * @param place where it was read; empty if it was not read from a file
 * @param refused what the API's refusal must contain; empty if the API is to accept
 * @param expectedViolations what the step is known to break
 * @param note a sentence for people
 */
public record Step(
    Optional<Place> place,
    Action action,
    Optional<String> refused,
    List<ExpectedViolation> expectedViolations,
    Optional<String> note) {
  /** Checks that all is given and copies the list. */
  public Step {
    Objects.requireNonNull(place);
    Objects.requireNonNull(action);
    Objects.requireNonNull(refused);
    expectedViolations = List.copyOf(expectedViolations);
    Objects.requireNonNull(note);
  }

  /** Returns a step that does {@code action} and expects nothing special. */
  public static Step of(Action action) {
    return new Step(Optional.empty(), action, Optional.empty(), List.of(), Optional.empty());
  }
}
