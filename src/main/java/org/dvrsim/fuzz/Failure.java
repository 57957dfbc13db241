package org.dvrsim.fuzz;

import java.util.List;
import org.dvrsim.invariant.Violation;

/**
 * What a host did wrong in a step.
 *
 * @param step the number of the step, 0 for the start of the agents
 * @param atTheEnd whether it showed only when the host was probed after the last step
 * @param violations at least one, in the order of the invariants
 * @param known what was wrong after the same work of the host's agent, or the work whose outcome
 *     was compared, and is known
 */
public record Failure(
    int step, boolean atTheEnd, String host, List<Violation> violations, List<Violation> known) {
  /** Copies the lists. */
  public Failure {
    violations = List.copyOf(violations);
    known = List.copyOf(known);
  }

  /** Returns the name of the first invariant that does not hold. */
  public String invariant() {
    return violations.get(0).invariant();
  }
}
