package org.dvrsim.fuzz;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.base.InputException;
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
 * A state that was reached before is not gone on from again, and its hosts are not probed again.
 * What an exploration covers does not depend on how many plays go on at a time.
 */
public final class Explorer {
  /** More than an event has ops; a point past the end is noticed. */
  private static final int MAX_POINTS = 5000;

  /** How many points are tried at once, some of them past the end. */
  private static final int POINTS = 16;

  private static final String MEMORY =
      "differences between states in what agents keep in mind beside routers' payloads, ports,"
          + " gateways and whether it was just started: of two states that are equal otherwise the"
          + " first is gone on from or probed";

  private final CloudSpec cloud;
  private final List<Action> before;
  private final Checks checks;
  private final long maxPlays;
  private final Crew crew;

  /**
   * Prepares explorations.
   *
   * @param before what is done before
   * @param maxPlays how many sequences each exploration plays at most
   * @param crew who plays them
   */
  public Explorer(CloudSpec cloud, List<Action> before, Checks checks, long maxPlays, Crew crew) {
    this.cloud = cloud;
    this.before = List.copyOf(before);
    this.checks = checks;
    this.maxPlays = maxPlays;
    this.crew = crew;
  }

  private Visits visits() {
    return new Visits(cloud, before, checks, crew);
  }

  /** Returns no more than the plays that are left; says so in {@code result} if some are cut. */
  private <T> List<T> within(List<T> plays, Exploration result) {
    long left = maxPlays - result.plays();
    if (plays.size() <= left) {
      return plays;
    }
    result.bound("all after the first " + maxPlays + " plays");
    return plays.subList(0, (int) left);
  }

  // Sequences.

  /** Plays all sequences of up to {@code depth} of the actions. */
  public Exploration sequences(int depth, List<Action> alphabet) {
    Exploration result =
        new Exploration(
            "sequences of up to " + depth + " of " + alphabet.size() + " kinds of steps", checks);
    result.bound("sequences of more than " + depth + " steps, and other kinds of steps");
    result.bound("what follows after a sequence that fails");
    result.bound(MEMORY);
    Visits visits = visits();
    List<List<Action>> frontier = List.of(List.of());
    for (int length = 1; length <= depth && !frontier.isEmpty(); length++) {
      List<List<Action>> next = new ArrayList<>();
      List<List<Action>> longer = new ArrayList<>();
      for (List<Action> start : frontier) {
        alphabet.forEach(action -> longer.add(followedBy(start, action)));
      }
      for (List<List<Action>> batch : Lists.partition(within(longer, result), Crew.BATCH)) {
        for (Visits.Visit visit : visits.of(batch)) {
          result.count(visit);
          if (!visit.refused() && visit.found().isEmpty() && !visit.seenBefore()) {
            next.add(visit.actions());
          }
        }
      }
      if (length < depth) {
        result.goesOnFrom(next.size());
      }
      frontier = next;
    }
    return result;
  }

  private static List<Action> followedBy(List<Action> start, Action end) {
    List<Action> all = new ArrayList<>(start);
    all.add(end);
    return all;
  }

  // Crash and fault points.

  /** Has the agent of each host die at every point of {@code event}, and heals it. */
  public Exploration crashPoints(Action event) {
    Exploration result = new Exploration("crash points of " + event.describe(), checks);
    result.bound("agents that die twice");
    result.bound(MEMORY);
    points(event, FaultKind.DIES_AFTER_OP, result);
    points(event, FaultKind.DIES_AT_DISK, result);
    return result;
  }

  /** What goes wrong at every point where it may. */
  private static final List<FaultKind> AT_POINTS =
      List.of(
          FaultKind.OP_FAILS,
          FaultKind.TWO_OPS_FAIL,
          FaultKind.OP_RETRIED,
          FaultKind.OP_ALREADY_DONE,
          FaultKind.RESTORE_FAILS,
          FaultKind.SERVER_CALL_FAILS,
          FaultKind.SERVER_UNREACHABLE);

  /**
   * Has every op of {@code event} fail on each host, alone and with the next, with help afterwards
   * and without; has somebody else do it first; has the server not answer, once and from each call
   * on; and has every fault of messages happen.
   */
  public Exploration faultPoints(Action event) {
    Exploration result = new Exploration("fault points of " + event.describe(), checks);
    result.bound("two faults in one event, but for two ops in a row");
    result.bound("errors that the kernel itself would answer");
    result.bound(MEMORY);
    AT_POINTS.forEach(kind -> points(event, kind, result));
    List<List<Action>> messages = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      if (kind.name().startsWith("MESSAGES")) {
        for (String host : cloud.hosts().keySet()) {
          messages.add(List.of(new FaultAction(host, kind, 1, event)));
        }
      }
    }
    List<List<Action>> allowed = within(messages, result);
    visits().of(allowed).forEach(result::count);
    result.tried("messages lost, twice, late or reversed", allowed.size());
    return result;
  }

  private void points(Action event, FaultKind kind, Exploration result) {
    for (String host : cloud.hosts().keySet()) {
      Visits visits = visits();
      boolean reached = true;
      long before = result.plays();
      for (int from = 1; reached && from <= MAX_POINTS; from += POINTS) {
        List<List<Action>> batch = new ArrayList<>();
        for (int nth = from; nth < from + POINTS; nth++) {
          batch.add(List.of(new FaultAction(host, kind, nth, event)));
        }
        List<List<Action>> allowed = within(batch, result);
        for (Visits.Visit visit : visits.of(allowed)) {
          if (visit.refused()) {
            throw InputException.of("the API refuses " + event.describe());
          }
          reached &= visit.cluster().host(host).journal().takeNotes().contains(kind.toString());
          if (reached) {
            result.count(visit);
          }
        }
        if (allowed.size() < batch.size()) {
          result.tried(kind + " on " + host + ", cut short", result.plays() - before);
          return;
        }
      }
      result.tried(kind + " on " + host, result.plays() - before);
      if (reached) {
        result.bound("points after the first " + MAX_POINTS);
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
    result.bound("more than " + switches + " interruptions");
    result.bound(
        "interruptions where no later access of another worker conflicts with the interrupted one");
    result.bound(MEMORY);
    Visits visits = visits();
    List<Schedule> frontier = List.of(Schedule.NONE);
    for (int interrupted = 0; interrupted <= switches; interrupted++) {
      List<Schedule> next = new ArrayList<>();
      for (List<Schedule> batch : Lists.partition(within(frontier, result), Crew.BATCH)) {
        List<List<Action>> plays = new ArrayList<>();
        for (Schedule schedule : batch) {
          plays.add(List.of(new WorkersAction(host, workers, switching, schedule, events)));
        }
        List<Visits.Visit> visited = visits.of(plays);
        for (int i = 0; i < visited.size(); i++) {
          if (visited.get(i).refused()) {
            throw InputException.of("the API refuses " + events.get(0).describe());
          }
          result.count(visited.get(i));
          if (interrupted < switches) {
            Schedule schedule = batch.get(i);
            visited
                .get(i)
                .cluster()
                .host(host)
                .lastTeam()
                .ifPresent(team -> extend(schedule, team, next));
          }
        }
      }
      frontier = next;
    }
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
}
