package org.dvrsim.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.invariant.Violation;
import org.dvrsim.ops.TraceEntry;

/**
 * Where sequences have been: which agent methods asked for ops with which outcomes, which
 * invariants were in danger, which faults fired. Shows when a generator stops to reach something.
 *
 * <p>An invariant is in danger when it does not hold between an API call and the agents' work on
 * it, or while something that went wrong is not healed: it would be violated if the agents did
 * nothing. One that was violated was in danger, too.
 */
public final class Coverage {
  private final Map<String, Map<String, Long>> methods = new TreeMap<>();
  private final Set<String> inDanger = new TreeSet<>();
  private final Map<String, Long> happened = new TreeMap<>();

  /** Builds an empty one. */
  public Coverage() {}

  void ops(List<TraceEntry> ops) {
    for (TraceEntry entry : ops) {
      methods
          .computeIfAbsent(entry.askedBy(), method -> new TreeMap<>())
          .merge(outcome(entry), 1L, Long::sum);
    }
  }

  private static String outcome(TraceEntry entry) {
    return entry
        .refusal()
        .map(
            refusal ->
                refusal instanceof ErrnoException errno
                    ? errno.errno().toString()
                    : refusal.getClass().getSimpleName())
        .orElse("done");
  }

  void danger(List<Violation> violations) {
    violations.forEach(violation -> inDanger.add(violation.invariant()));
  }

  void happened(String what) {
    happened.merge(what, 1L, Long::sum);
  }

  /** Adds what another one has seen. */
  public void add(Coverage other) {
    other.methods.forEach(
        (method, outcomes) ->
            outcomes.forEach(
                (outcome, count) ->
                    methods
                        .computeIfAbsent(method, any -> new TreeMap<>())
                        .merge(outcome, count, Long::sum)));
    inDanger.addAll(other.inDanger);
    other.happened.forEach((what, count) -> happened.merge(what, count, Long::sum));
  }

  /** Returns how often an agent method's ops came to which outcome, by method and outcome. */
  public Map<String, Map<String, Long>> methods() {
    return methods;
  }

  /** Returns how many pairs of a method and an outcome were seen. */
  public int pairs() {
    return methods.values().stream().mapToInt(Map::size).sum();
  }

  /** Returns the names of the invariants that were in danger. */
  public Set<String> inDanger() {
    return inDanger;
  }

  /** Returns how often a fault fired, by its kind, or workers interrupted each other. */
  public Map<String, Long> happened() {
    return happened;
  }
}
