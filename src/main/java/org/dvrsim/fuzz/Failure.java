package org.dvrsim.fuzz;

import java.util.List;
import org.dvrsim.invariant.Violation;

/**
 * What a host did wrong in a step.
 *
 * @param step the number of the step, 0 for the start of the agents
 * @param atTheEnd whether it showed only when the host was probed after the last step
 * @param violations at least one, in the order of the invariants
 */
public record Failure(int step, boolean atTheEnd, String host, List<Violation> violations) {
  /** Copies the list. */
  public Failure {
    violations = List.copyOf(violations);
  }

  /** Returns the name of the first invariant that does not hold. */
  public String invariant() {
    return violations.get(0).invariant();
  }
}
