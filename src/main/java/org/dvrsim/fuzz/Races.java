package org.dvrsim.fuzz;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.dvrsim.ops.Access;
import org.dvrsim.ops.Workers;

/**
 * Which methods of workers collided over what, without names and numbers: what two races have in
 * common whatever comes of them, as that depends on the op that comes too late.
 *
 * <p>What is between the agent and the server is left out: who asks when is no race within the
 * agent.
 */
final class Races {
  /** Stands for a race of code that no method is named for: it is like no other. */
  static final String UNNAMED = "race of unnamed code";

  private static final Pattern NUMBERED = Pattern.compile(" [0-9]+$");

  private final Workers workers;
  private final List<Access> accesses;
  private final Set<String> races = new LinkedHashSet<>();

  private Races(Workers workers) {
    this.workers = workers;
    this.accesses = workers.accesses();
  }

  /**
   * Returns the races of a team, one text each: of every worker that was interrupted, with each
   * that went on meanwhile.
   */
  static Set<String> of(Optional<Workers> team) {
    if (team.isEmpty()) {
      return Set.of();
    }
    Races found = new Races(team.get());
    team.get().handovers().forEach(handover -> found.add(handover.interrupted()));
    return found.races;
  }

  private void add(Access interrupted) {
    int at = (int) interrupted.point() - 1;
    int back = at + 1;
    while (back < accesses.size() && accesses.get(back).worker() != interrupted.worker()) {
      back++;
    }
    Set<Integer> met = new HashSet<>();
    for (int i = at; i >= 0; i--) {
      Access own = accesses.get(i);
      if (own.worker() == interrupted.worker() && isWithin(own)) {
        for (Access other : accesses.subList(at + 1, back)) {
          if (isWithin(other) && own.conflictsWith(other) && met.add(other.worker())) {
            races.add(shape(own, other));
          }
        }
      }
    }
  }

  private static boolean isWithin(Access access) {
    return access.kind() != Access.Kind.CALL && access.kind() != Access.Kind.API;
  }

  private String shape(Access own, Access other) {
    if (own.askedBy().isEmpty() || other.askedBy().isEmpty()) {
      return UNNAMED;
    }
    StringJoiner objects = new StringJoiner(" and ");
    for (String object : own.objects()) {
      if (other.objects().contains(object)) {
        objects.add(object.isEmpty() ? "no namespace" : object);
      }
    }
    return "race over "
        + Shape.withoutNames(objects.toString())
        + ": "
        + who(own)
        + ", "
        + who(other);
  }

  private String who(Access access) {
    String name = workers.names().get(access.worker());
    return NUMBERED.matcher(name).replaceAll("") + " in " + access.askedBy();
  }
}
