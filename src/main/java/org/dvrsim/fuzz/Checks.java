package org.dvrsim.fuzz;

import java.util.List;
import java.util.Set;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.invariant.Invariant;

/**
 * What is checked.
 *
 * @param agent of what the agents consist that are checked
 * @param tolerated the names of invariants whose violations do not count, because they are known
 */
public record Checks(AgentParts agent, List<Invariant> invariants, Set<String> tolerated) {
  /** Copies the list. */
  public Checks {
    invariants = List.copyOf(invariants);
    tolerated = Set.copyOf(tolerated);
  }

  /** Checks all of {@code invariants} on agents as Neutron 26.0.3 has them. */
  public static Checks of(List<Invariant> invariants) {
    return new Checks(AgentParts.ofNeutron2025(), invariants, Set.of());
  }

  /** Returns the same checks of agents that consist of {@code parts}. */
  public Checks of(AgentParts parts) {
    return new Checks(parts, invariants, tolerated);
  }
}
