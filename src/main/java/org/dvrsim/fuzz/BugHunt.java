package org.dvrsim.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dvrsim.agent.KnownBugs;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.Outcome;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioRunner;
import org.dvrsim.scenario.WithBug;

/**
 * Looks for a known bug as for an unknown one: random sequences, the invariants that are there for
 * all. A sequence counts if it violates with the bug, played again too, what it does not without;
 * see {@link BothAgents}.
 */
public final class BugHunt {
  private static final String BECAUSE = "the agent of Neutron 2025.1 does so without the bug, too";

  private static final List<Profile> PROFILES =
      List.of(
          Profile.CALM,
          Profile.RESTARTS,
          Profile.WORKERS,
          Profile.FAULTS,
          Profile.RETRIES,
          Profile.TAMPERED,
          Profile.WORKERS,
          Profile.RETRIES,
          Profile.FAULTS);

  /**
   * Where a defect of the unmodified agent blurs what the bug does, the hunt goes on for a clear
   * view, until it has taken so many times as long, but for no more than {@link #CLEARER_MOST}.
   */
  private static final long CLEARER = 4;

  /** How many more sequences are played for a clear view at most. */
  private static final long CLEARER_MOST = 150;

  private final String id;
  private final long seed;
  private final long maxSequences;
  private final BothAgents agents;
  private final BothAgents agentsOfDrawn;
  private long sequences;
  private long events;

  /**
   * Prepares the hunt for one bug.
   *
   * @param id one of {@link KnownBugs#ids}
   * @param maxSequences how many sequences to play before giving up
   */
  public BugHunt(String id, long seed, long maxSequences) {
    this(id, seed, maxSequences, Reference.ANEW);
  }

  /** Prepares it likewise; {@code reference} is asked how drawn sequences go without the bug. */
  BugHunt(String id, long seed, long maxSequences, Reference reference) {
    this.id = id;
    this.seed = seed;
    this.maxSequences = maxSequences;
    Checks without = Checks.of(Invariants.all()).forComparison();
    Checks withBug = without.of(KnownBugs.parts(List.of(id)));
    this.agents = new BothAgents(withBug, without, Reference.ANEW);
    this.agentsOfDrawn = new BothAgents(withBug, without, reference);
  }

  /**
   * What came of a hunt.
   *
   * @param invariant the one that was violated first; empty if none was
   * @param sequences how many were played
   * @param events how many events the agents worked on
   * @param steps how many steps the shrunk sequence has
   * @param scenario the shrunk sequence, which shows the bug
   */
  public record Result(
      String id,
      Optional<String> invariant,
      long sequences,
      long events,
      int steps,
      Optional<Scenario> scenario) {}

  /** Hunts until the bug is found, or all sequences are played. */
  public Result run() {
    Optional<Find> blurred = Optional.empty();
    long end = maxSequences;
    while (sequences < end) {
      Optional<Find> found = look(sequences++, blurred.isPresent());
      if (found.filter(Find::isClear).isPresent()) {
        return result(found.get());
      }
      if (blurred.isEmpty() && found.isPresent()) {
        blurred = found;
        end = Math.min(end, Math.min(CLEARER * sequences, sequences + CLEARER_MOST));
      }
    }
    return blurred
        .map(this::result)
        .orElseGet(() -> new Result(id, Optional.empty(), sequences, events, 0, Optional.empty()));
  }

  /**
   * The sequence of a number, made small, with what the bug alone does wrong in it.
   *
   * @param isClear whether agents without the bug go through the scenario
   */
  private record Find(BothAgents.Difference what, Scenario scenario, boolean isClear) {}

  /**
   * Looks at the sequence of a number.
   *
   * @param onlyClean whether one in which unmodified agents do something wrong too is left out
   */
  private Optional<Find> look(long index, boolean onlyClean) {
    Profile profile = PROFILES.get((int) (index % PROFILES.size()));
    BothAgents.Player drawn =
        checks -> {
          Sequence sequence = new Sequence(seed, index, profile);
          Optional<Failure> failure = sequence.play(checks);
          events += sequence.events();
          return failure.map(failed -> new BothAgents.Played(sequence.draft(), failed));
        };
    return agentsOfDrawn
        .difference(drawn)
        .filter(what -> what.isClean() || !onlyClean)
        .flatMap(what -> shrunk(index, what));
  }

  /** Makes a sequence small; empty if it goes well when it is played again. */
  private Optional<Find> shrunk(long index, BothAgents.Difference what) {
    Function<Draft, Optional<BothAgents.Difference>> again =
        draft ->
            agents
                .difference(checks -> replayed(draft, checks, what.failure().atTheEnd()))
                .filter(other -> other.invariant().equals(what.invariant()))
                .filter(other -> other.isClean() || !what.isClean());
    if (again.apply(what.draft()).isEmpty()) {
      return Optional.empty();
    }
    Draft small =
        new Shrinker(draft -> again.apply(draft).map(BothAgents.Difference::failure))
            .shrink(what.draft());
    return again.apply(small).map(now -> find(index, now));
  }

  private static Optional<BothAgents.Played> replayed(
      Draft draft, Checks checks, boolean lookingCloserAtTheEnd) {
    Replay replay = new Replay(draft);
    return (lookingCloserAtTheEnd ? replay.play(checks) : replay.playSteps(checks))
        .map(failure -> new BothAgents.Played(replay.performed(), failure));
  }

  private Find find(long index, BothAgents.Difference what) {
    Scenario scenario =
        new Found(index, what.draft(), what.failure())
            .toScenario(
                BugCatalogue.read().find(id).map(BugEntry::title).orElse(id),
                "Found by: dvrsim bugs --check " + id + " --seed " + seed + ".",
                new WithBug(id, what.invariant()));
    ScenarioRunner runner = new ScenarioRunner(Invariants::all);
    boolean clear = runner.run(scenario).verdict() == Outcome.Verdict.PASSED;
    return new Find(what, clear ? scenario : runner.expectingAll(scenario, BECAUSE), clear);
  }

  private Result result(Find find) {
    return new Result(
        id,
        Optional.of(find.what().invariant()),
        sequences,
        events,
        find.what().draft().actions().size(),
        Optional.of(find.scenario()));
  }
}
