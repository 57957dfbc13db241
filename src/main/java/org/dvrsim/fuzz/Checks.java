package org.dvrsim.fuzz;

import java.util.List;
import java.util.Set;
import org.dvrsim.invariant.Invariant;

/**
 * What is checked.
 *
 * @param tolerated the names of invariants whose violations do not count, because they are known
 */
public record Checks(List<Invariant> invariants, Set<String> tolerated) {
  /** Copies the list. */
  public Checks {
    invariants = List.copyOf(invariants);
    tolerated = Set.copyOf(tolerated);
  }
}
