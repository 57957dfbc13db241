package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.invariant.Violation;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.FaultAction;
import org.dvrsim.scenario.HostActions;
import org.dvrsim.scenario.WorkersAction;

/**
 * Why a failure is no news: a known failure damaged a host in an earlier step, and with an empty
 * machine and a fresh agent in that host's place nothing fails any more.
 *
 * <p>The damage need not show in the step; it is looked for as closely as at the end of a
 * campaign's sequences, and all of it must be known. What may be mistaken for an aftermath is a
 * failure that needs what the host went through before, where that and the known failure's cause
 * can't be had apart. So look at small sequences, from which nothing can be taken away.
 *
 * <p>No news is either what is wrong after an agent began from scratch, in a step or when it is
 * probed in the end, and gave up its work there in a known way: it met a known exception, and what
 * it left undone or half done follows from that. In a small sequence everything is needed for the
 * failure, what the agent stumbles over included.
 *
 * <p>Likewise no news is a failure in a step in which something goes wrong on purpose, or workers
 * interrupt each other, if the step fails in a known way, and in no other, when nothing goes wrong
 * and one thing is done after the other. Otherwise a failure that is seen in the same step as the
 * known one is never taken for its aftermath.
 *
 * <p>Nor is it news what comes of workers in the last step that collide as in a known failure: in
 * the same methods, over the same kind of thing. Each interruption of a small schedule is needed.
 *
 * <p>And so is a failure in the probes at the end where the last step, or the restart that heals,
 * shows known damage, and no other, and nothing fails if a full synchronisation comes before the
 * probes: it makes the damage good, which then is what changed.
 *
 * @param step the number of the step after which the damage is there first, 0 for the agents' start
 * @param hosts where it is
 * @param known the {@linkplain Shape shapes} of the damage, or the known races
 */
public record Aftermath(int step, Set<String> hosts, Set<String> known) {

  /** Returns of what a small failing sequence is the aftermath, if it is of something. */
  static Optional<Aftermath> of(Found small, Checks checks) {
    int last = small.failure().step();
    Map<String, Set<String>> before = Map.of();
    for (int step = 0; step < last; step++) {
      Draft beginning = beginning(small.draft(), step);
      Map<String, Set<String>> damage = damage(beginning, checks);
      Aftermath begun = begun(step, before, damage);
      if (isKnown(begun.known, checks)
          && new Replay(small.draft()).replacing(step, begun.hosts).play(checks).isEmpty()) {
        return Optional.of(begun);
      }
      before = damage;
    }
    Optional<Aftermath> found = givenUp(small).or(() -> collided(small, checks));
    if (found.isEmpty() && last > 0) {
      found = inCalm(small, last, before, checks);
    }
    return found.isPresent() ? found : repaired(small, checks);
  }

  /** Looks at what the last step damaged, and at what the restart that heals does. */
  private static Optional<Aftermath> repaired(Found small, Checks checks) {
    String host = small.failure().host();
    if (!small.failure().atTheEnd() || host.equals(Play.NETWORK)) {
      return Optional.empty();
    }
    Draft draft = small.draft();
    int last = small.failure().step();
    Optional<Aftermath> found =
        last == 0 ? Optional.empty() : repaired(small, beginning(draft, last - 1), draft, checks);
    return found.isPresent()
        ? found
        : repaired(small, draft, followed(draft, restart(draft, host, checks)), checks);
  }

  private static Action restart(Draft draft, String host, Checks checks) {
    Replay replay = new Replay(draft);
    replay.playSteps(checks);
    return replay.cluster().host(host).agent().isPresent()
        ? new HostActions.RestartAgent(host)
        : new HostActions.StartAgent(host);
  }

  /** Tells likewise of what comes between {@code before} and {@code after}. */
  private static Optional<Aftermath> repaired(
      Found small, Draft before, Draft after, Checks checks) {
    String host = small.failure().host();
    Aftermath begun = begun(small.failure().step(), shown(before, checks), shown(after, checks));
    boolean repaired =
        begun.hosts.contains(host)
            && isKnown(begun.known, checks)
            && new Replay(followed(after, new HostActions.Resync(host))).play(checks).isEmpty();
    return repaired ? Optional.of(begun) : Optional.empty();
  }

  private static Draft followed(Draft draft, Action last) {
    List<Action> actions = new ArrayList<>(draft.actions());
    actions.add(last);
    return new Draft(draft.cloud(), actions);
  }

  private static Optional<Aftermath> givenUp(Found small) {
    Failure failure = small.failure();
    if (!isFromScratch(small) || failure.violations().stream().anyMatch(Aftermath::isException)) {
      return Optional.empty();
    }
    Set<String> met = new LinkedHashSet<>();
    failure.known().stream()
        .filter(Aftermath::isException)
        .forEach(violation -> met.addAll(Shape.of(violation)));
    return met.isEmpty()
        ? Optional.empty()
        : Optional.of(new Aftermath(failure.step(), Set.of(failure.host()), met));
  }

  private static Optional<Aftermath> collided(Found small, Checks checks) {
    Failure failure = small.failure();
    if (failure.step() == 0
        || !(small.draft().actions().get(failure.step() - 1) instanceof WorkersAction workers)) {
      return Optional.empty();
    }
    Replay replay = new Replay(small.draft());
    replay.playSteps(checks);
    Set<String> races = Races.of(replay.cluster().host(workers.host()).lastTeam());
    return isKnown(races, checks)
        ? Optional.of(new Aftermath(failure.step(), Set.of(workers.host()), races))
        : Optional.empty();
  }

  private static boolean isException(Violation violation) {
    return violation.invariant().equals(Invariants.EXCEPTION_ESCAPES);
  }

  /** Tells whether the agent was working on all that the server knows when it failed. */
  private static boolean isFromScratch(Found small) {
    Failure failure = small.failure();
    if (failure.atTheEnd() || failure.step() == 0) {
      return true;
    }
    Action last = small.draft().actions().get(failure.step() - 1);
    return List.of(
            new HostActions.StartAgent(failure.host()),
            new HostActions.RestartAgent(failure.host()),
            new HostActions.Resync(failure.host()),
            new HostActions.ReviveAgent(failure.host()))
        .contains(last);
  }

  private static Optional<Aftermath> inCalm(
      Found small, int last, Map<String, Set<String>> before, Checks checks) {
    List<Action> calm = calm(small.draft().actions().get(last - 1));
    if (calm.isEmpty()) {
      return Optional.empty();
    }
    List<Action> actions = new ArrayList<>(small.draft().actions().subList(0, last - 1));
    actions.addAll(calm);
    Aftermath begun =
        begun(last, before, damage(new Draft(small.draft().cloud(), actions), checks));
    boolean there =
        begun.hosts.contains(small.failure().host()) || small.failure().host().equals(Play.NETWORK);
    return there && isKnown(begun.known, checks) ? Optional.of(begun) : Optional.empty();
  }

  /** Returns what is done if nothing goes wrong, one thing after the other; empty if that is so. */
  private static List<Action> calm(Action action) {
    if (action instanceof FaultAction fault) {
      List<Action> inner = calm(fault.action());
      return inner.isEmpty() ? List.of(fault.action()) : inner;
    }
    if (action instanceof WorkersAction workers) {
      return workers.actions();
    }
    return List.of();
  }

  private static Draft beginning(Draft draft, int steps) {
    List<Action> actions = new ArrayList<>(draft.actions().subList(0, steps));
    return new Draft(draft.cloud(), actions);
  }

  /** Returns all that is wrong after the last step, by host. */
  private static Map<String, Set<String>> damage(Draft draft, Checks checks) {
    Map<String, Set<String>> damage = new LinkedHashMap<>();
    watching(draft, damage).play(checks);
    return damage;
  }

  /** Returns what is seen to be wrong after any of the steps, by host. */
  private static Map<String, Set<String>> shown(Draft draft, Checks checks) {
    Map<String, Set<String>> damage = new LinkedHashMap<>();
    watching(draft, damage).playSteps(checks);
    return damage;
  }

  /** Has all that is wrong put into {@code damage}, by host. */
  private static Replay watching(Draft draft, Map<String, Set<String>> damage) {
    return new Replay(draft)
        .watching(
            (host, violation) ->
                damage
                    .computeIfAbsent(host, h -> new LinkedHashSet<>())
                    .addAll(Shape.of(violation)));
  }

  private static Aftermath begun(
      int step, Map<String, Set<String>> before, Map<String, Set<String>> now) {
    Set<String> hosts = new LinkedHashSet<>();
    Set<String> shapes = new LinkedHashSet<>();
    now.forEach(
        (host, all) -> {
          Set<String> begun = new LinkedHashSet<>(all);
          begun.removeAll(before.getOrDefault(host, Set.of()));
          if (!begun.isEmpty()) {
            hosts.add(host);
            shapes.addAll(begun);
          }
        });
    return new Aftermath(step, hosts, shapes);
  }

  private static boolean isKnown(Set<String> shapes, Checks checks) {
    return !shapes.isEmpty() && checks.tolerated().containsAll(shapes);
  }
}
