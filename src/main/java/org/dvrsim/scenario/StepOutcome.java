package org.dvrsim.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one step.
 *
 * @param number 0 for the start of the agents, then counted from 1
 * @param what the step in one line
 * @param place where the step was read, if it was
 * @param hostOps what the hosts were asked to do; hosts that were asked nothing are missing
 * @param violations what is violated after the step and was not expected
 * @param expected what is violated as the scenario says it would be
 * @param problem what else went wrong: an expectation not met, a refusal by the API; may have
 *     several lines
 */
public record StepOutcome(
    int number,
    String what,
    Optional<Place> place,
    List<HostOps> hostOps,
    List<Finding> violations,
    List<Finding> expected,
    Optional<String> problem) {
  /** Checks that all is given and copies the lists. */
  public StepOutcome {
    Objects.requireNonNull(what);
    Objects.requireNonNull(place);
    hostOps = List.copyOf(hostOps);
    violations = List.copyOf(violations);
    expected = List.copyOf(expected);
    Objects.requireNonNull(problem);
  }

  /** Tells whether the step went as it should. */
  public boolean passed() {
    return violations.isEmpty() && problem.isEmpty();
  }

  /** Returns this outcome with a problem. */
  StepOutcome failing(String reason) {
    return new StepOutcome(number, what, place, hostOps, violations, expected, Optional.of(reason));
  }

  /** Returns the number of ops on all hosts. */
  public int opCount() {
    return hostOps.stream().mapToInt(ops -> ops.ops().size()).sum();
  }
}
