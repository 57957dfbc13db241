package org.dvrsim.fuzz;

import com.google.common.hash.HashCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.base.InputException;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.ops.Access;
import org.dvrsim.ops.Schedule;
import org.dvrsim.ops.Switching;
import org.dvrsim.ops.Workers;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.CloudSpec;
import org.dvrsim.scenario.FaultAction;
import org.dvrsim.scenario.FaultKind;
import org.dvrsim.scenario.WorkersAction;

/**
 * Plays everything within bounds: all sequences up to a length, all points at which an event can be
 * cut short or go wrong, all ways in which workers can interrupt each other.
 *
 * <p>There is no way back to an earlier state; each is reached by playing what led to it once more.
 * A state that was reached before is not gone on from again.
 */
public final class Explorer {
  /** More than an event has ops; a point past the end is noticed. */
  private static final int MAX_POINTS = 5000;

  private final CloudSpec cloud;
  private final List<Action> before;
  private final Checks checks;
  private final long maxPlays;

  /**
   * Prepares explorations.
   *
   * @param before what is done before
   * @param maxPlays how many sequences each exploration plays at most
   */
  public Explorer(CloudSpec cloud, List<Action> before, Checks checks, long maxPlays) {
    this.cloud = cloud;
    this.before = List.copyOf(before);
    this.checks = checks;
    this.maxPlays = maxPlays;
  }

  /**
   * A play of one sequence.
   *
   * @param found what went wrong
   * @param seenBefore whether it led to a state that was there before; then it was not probed
   * @param cluster as it was after the last step and, if that was done, the probes
   */
  record Visit(Optional<Found> found, boolean seenBefore, Cluster cluster) {}

  // Sequences.

  /** Plays all sequences of up to {@code depth} of the actions. */
  public Exploration sequences(int depth, List<Action> alphabet) {
    Exploration result =
        new Exploration(
            "sequences of up to " + depth + " of " + alphabet.size() + " kinds of steps", checks);
    Set<HashCode> seen = new HashSet<>();
    List<List<Action>> frontier = List.of(List.of());
    for (int length = 1; length <= depth; length++) {
      List<List<Action>> next = new ArrayList<>();
      for (List<Action> start : frontier) {
        for (Action action : alphabet) {
          if (isExhausted(result)) {
            return result;
          }
          List<Action> sequence = new ArrayList<>(start);
          sequence.add(action);
          Optional<Visit> visit = visit(sequence, seen);
          if (visit.isPresent()) {
            result.count(visit.get());
            if (visit.get().found().isEmpty() && !visit.get().seenBefore()) {
              next.add(sequence);
            }
          }
        }
      }
      frontier = next;
    }
    result.bound("sequences of more than " + depth + " steps");
    result.bound("what follows after a sequence that fails");
    result.bound(
        "differences between states in what agents keep in mind beside routers' payloads, ports"
            + " and gateways");
    return result;
  }

  private boolean isExhausted(Exploration result) {
    if (result.plays() < maxPlays) {
      return false;
    }
    result.bound("all after the first " + maxPlays + " plays");
    return true;
  }

  // Crash and fault points.

  /** Has the agent of each host die at every point of {@code event}, and heals it. */
  public Exploration crashPoints(Action event) {
    Exploration result = new Exploration("crash points of " + event.describe(), checks);
    points(event, FaultKind.DIES_AFTER_OP, result);
    points(event, FaultKind.DIES_AT_DISK, result);
    result.bound("agents that die twice");
    return result;
  }

  /** Has every op of {@code event} fail on each host, and every fault of messages happen. */
  public Exploration faultPoints(Action event) {
    Exploration result = new Exploration("fault points of " + event.describe(), checks);
    points(event, FaultKind.OP_FAILS, result);
    for (FaultKind kind : FaultKind.values()) {
      if (kind.name().startsWith("MESSAGES")) {
        for (String host : cloud.hosts().keySet()) {
          visit(List.of(new FaultAction(host, kind, 1, event)), new HashSet<>())
              .ifPresent(result::count);
        }
      }
    }
    result.bound("two faults in one event");
    return result;
  }

  private void points(Action event, FaultKind kind, Exploration result) {
    Set<HashCode> seen = new HashSet<>();
    for (String host : cloud.hosts().keySet()) {
      for (int nth = 1; nth <= MAX_POINTS && !isExhausted(result); nth++) {
        Visit visit =
            visit(List.of(new FaultAction(host, kind, nth, event)), seen)
                .orElseThrow(() -> InputException.of("the API refuses " + event.describe()));
        if (!visit.cluster().host(host).journal().takeNotes().contains(kind.toString())) {
          break;
        }
        result.count(visit);
      }
    }
  }

  // Interleavings.

  /**
   * Has workers on {@code host} interrupt each other up to {@code switches} times, while they work
   * on what follows from {@code events}.
   *
   * <p>An interruption is tried before an access that conflicts with one that another worker makes
   * later; elsewhere it would change nothing but what agents keep in mind.
   */
  public Exploration interleavings(
      String host, List<Action> events, int workers, int switches, Switching switching) {
    StringBuilder what = new StringBuilder("interleavings of ");
    events.forEach(event -> what.append(event.describe()).append(" | "));
    what.append(workers).append(" workers, ").append(switching);
    Exploration result = new Exploration(what.toString(), checks);
    List<Schedule> frontier = List.of(Schedule.NONE);
    for (int interrupted = 0; interrupted <= switches; interrupted++) {
      List<Schedule> next = new ArrayList<>();
      for (Schedule schedule : frontier) {
        if (isExhausted(result)) {
          return result;
        }
        WorkersAction action = new WorkersAction(host, workers, switching, schedule, events);
        Optional<Visit> visit = visit(List.of(action), new HashSet<>());
        if (visit.isEmpty()) {
          throw InputException.of("the API refuses " + events.get(0).describe());
        }
        result.count(visit.get());
        if (interrupted < switches) {
          visit
              .get()
              .cluster()
              .host(host)
              .lastTeam()
              .ifPresent(team -> extend(schedule, team, next));
        }
      }
      frontier = next;
    }
    result.bound("more than " + switches + " interruptions");
    result.bound(
        "interruptions where no later access of another worker conflicts with the interrupted one");
    return result;
  }

  private static void extend(Schedule schedule, Workers team, List<Schedule> next) {
    List<Schedule.Switch> done = schedule.switches();
    long last = done.isEmpty() ? 0 : done.get(done.size() - 1).point();
    List<Access> accesses = team.accesses();
    for (int i = (int) last; i < accesses.size(); i++) {
      Access access = accesses.get(i);
      Set<Integer> others = new HashSet<>();
      for (Access later : accesses.subList(i + 1, accesses.size())) {
        if (access.conflictsWith(later) && others.add(later.worker())) {
          List<Schedule.Switch> switches = new ArrayList<>(done);
          switches.add(new Schedule.Switch(access.point(), later.worker()));
          next.add(new Schedule(switches));
        }
      }
    }
  }

  // One play.

  /** Returns empty if the API refuses one of the actions. */
  private Optional<Visit> visit(List<Action> actions, Set<HashCode> seen) {
    Play play = new Play(cloud, checks);
    Optional<Failure> failure = play.start();
    List<Action> all = new ArrayList<>(before);
    all.addAll(actions);
    List<Action> done = new ArrayList<>();
    for (Action action : all) {
      if (failure.isPresent()) {
        break;
      }
      try {
        failure = play.perform(action);
      } catch (ApiRefusedException e) {
        return Optional.empty();
      }
      done.add(action);
    }
    boolean seenBefore = false;
    if (failure.isEmpty()) {
      seenBefore = !seen.add(StateKey.of(play.cluster()));
      if (!seenBefore) {
        failure = play.finish();
      }
    }
    Draft draft = new Draft(cloud, done);
    return Optional.of(
        new Visit(failure.map(failed -> new Found(0, draft, failed)), seenBefore, play.cluster()));
  }
}
