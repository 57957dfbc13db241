package org.dvrsim.fuzz;

import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.KnownBugs;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.WithBug;

/**
 * Looks for a known bug as for an unknown one: random sequences, the invariants that are there for
 * all. A sequence counts if it fails with the bug, played again too, and goes well without.
 */
public final class BugHunt {
  private static final List<Profile> PROFILES =
      List.of(Profile.CALM, Profile.RESTARTS, Profile.FAULTS, Profile.RETRIES, Profile.WORKERS);

  private final String id;
  private final long seed;
  private final long maxSequences;
  private final Checks withBug;
  private final Checks without;
  private long sequences;
  private long events;

  /**
   * Prepares the hunt for one bug.
   *
   * @param id one of {@link KnownBugs#ids}
   * @param maxSequences how many sequences to play before giving up
   */
  public BugHunt(String id, long seed, long maxSequences) {
    this.id = id;
    this.seed = seed;
    this.maxSequences = maxSequences;
    this.without = Checks.of(Invariants.all());
    this.withBug = without.of(KnownBugs.parts(List.of(id)));
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
    while (sequences < maxSequences) {
      Profile profile = PROFILES.get((int) (sequences % PROFILES.size()));
      Sequence sequence = new Sequence(seed, sequences, profile);
      Optional<Failure> failure = sequence.play(withBug);
      sequences++;
      events += sequence.events();
      if (failure.isPresent() && isShownBy(sequence.draft(), failure.get().invariant())) {
        return found(new Found(sequences - 1, sequence.draft(), failure.get()));
      }
    }
    return new Result(id, Optional.empty(), sequences, events, 0, Optional.empty());
  }

  /** Returns whether {@code draft}, played again, fails so with the bug and goes well without. */
  private boolean isShownBy(Draft draft, String invariant) {
    return failure(draft, invariant).isPresent();
  }

  /**
   * What shows at the end only, a defect of Neutron 26.0.3 perhaps, does not blur what came before.
   */
  private boolean isFine(Draft draft, boolean atTheEnd) {
    Replay replay = new Replay(draft);
    return (atTheEnd ? replay.play(without) : replay.playSteps(without)).isEmpty();
  }

  private Result found(Found found) {
    String invariant = found.failure().invariant();
    Shrinker shrinker = new Shrinker(candidate -> failure(candidate, invariant));
    Draft small = shrinker.shrink(found.draft());
    Replay replay = new Replay(small);
    Failure failure = replay.play(withBug).orElse(found.failure());
    Found shrunk = new Found(found.index(), replay.performed(), failure);
    Scenario scenario =
        shrunk.toScenario(
            BugCatalogue.read().find(id).map(BugEntry::title).orElse(id),
            "Found by: dvrsim bugs --check " + id + " --seed " + seed + ".",
            new WithBug(id, invariant));
    return new Result(
        id,
        Optional.of(invariant),
        sequences,
        events,
        shrunk.draft().actions().size(),
        Optional.of(scenario));
  }

  private Optional<Failure> failure(Draft draft, String invariant) {
    return new Replay(draft)
        .play(withBug)
        .filter(failed -> failed.invariant().equals(invariant) && isFine(draft, failed.atTheEnd()));
  }
}
