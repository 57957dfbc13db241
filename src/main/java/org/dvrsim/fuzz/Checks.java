package org.dvrsim.fuzz;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.TrafficInvariant;
import org.dvrsim.invariant.TrafficInvariants;
import org.dvrsim.invariant.Violation;
import org.dvrsim.netfilter.RuleCaches;

/**
 * What is checked.
 *
 * @param agent of what the agents consist that are checked
 * @param tolerated the names of invariants, or the {@linkplain Shape shapes} of violations, that do
 *     not count because they are known
 * @param compared whether what is found is compared with what other agents do in the same sequence;
 *     then packets are looked at also where something known explains what becomes of them
 * @param ruleCaches packet filter rules that were parsed in one sequence need not be in the next
 */
public record Checks(
    AgentParts agent,
    List<Invariant> invariants,
    Set<String> tolerated,
    boolean compared,
    RuleCaches ruleCaches) {
  /** Copies the list. */
  public Checks {
    invariants = List.copyOf(invariants);
    tolerated = Set.copyOf(tolerated);
  }

  /** Checks with nothing parsed yet. */
  public Checks(AgentParts agent, List<Invariant> invariants, Set<String> tolerated) {
    this(agent, invariants, tolerated, false, new RuleCaches());
  }

  /** Checks all of {@code invariants} on agents as Neutron 26.0.3 has them. */
  public static Checks of(List<Invariant> invariants) {
    return new Checks(AgentParts.ofNeutron2025(), invariants, Set.of());
  }

  /** Returns what is checked of packets. */
  List<TrafficInvariant> traffic() {
    return TrafficInvariants.all();
  }

  /** Tells whether a violation counts. */
  boolean counts(Violation violation) {
    return tolerated.isEmpty()
        || !(tolerated.contains(violation.invariant())
            || tolerated.containsAll(Shape.of(violation)));
  }

  /** Returns what a violation says is wrong and is not known. */
  Set<String> unknown(Violation violation) {
    Set<String> shapes = new LinkedHashSet<>(Shape.of(violation));
    shapes.removeAll(tolerated);
    return shapes;
  }

  /** Returns the same checks without violations of {@code known} names or shapes. */
  public Checks tolerating(Set<String> known) {
    return new Checks(agent, invariants, known, compared, ruleCaches);
  }

  /** Returns the same checks of agents that consist of {@code parts}. */
  public Checks of(AgentParts parts) {
    return new Checks(parts, invariants, tolerated, compared, ruleCaches);
  }

  /** Returns the same checks of agents that are compared with others. */
  Checks forComparison() {
    return new Checks(agent, invariants, tolerated, true, ruleCaches);
  }
}
