package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Random sequences from one seed, played until something is found or somebody says stop.
 *
 * <p>Sequences are numbered, and each depends on the seed and its number alone. They are played in
 * batches, a share to each worker, and looked through in order, so that what is reported does not
 * depend on the number of workers.
 */
public final class Campaign {
  private static final int COVERED = 16;

  private final long seed;
  private final Profile profile;
  private final Checks checks;
  private final int jobs;
  private final Coverage coverage = new Coverage();
  private long sequences;
  private long events;
  private long failing;

  /** Plans a campaign with {@code jobs} workers. */
  public Campaign(long seed, Profile profile, Checks checks, int jobs) {
    this.seed = seed;
    this.profile = profile;
    this.checks = checks;
    this.jobs = jobs;
  }

  /** Returns how many sequences were played. */
  public long sequences() {
    return sequences;
  }

  /** Returns how many events the agents worked on. */
  public long events() {
    return events;
  }

  /** Returns how many sequences failed. */
  public long failing() {
    return failing;
  }

  /**
   * Returns where the sequences have been; one of sixteen is looked at, but for the invariants that
   * were violated.
   */
  public Coverage coverage() {
    return coverage;
  }

  /**
   * Plays sequences.
   *
   * @param goesOn asked before each batch
   * @param found told of each failing sequence in the order of their numbers, before it is shrunk
   */
  public void run(BooleanSupplier goesOn, Consumer<Found> found) {
    try (Crew crew = new Crew(jobs)) {
      while (goesOn.getAsBoolean()) {
        batch(crew, found);
      }
    }
  }

  private record Played(long events, Optional<Found> found, Optional<Coverage> coverage) {}

  private void batch(Crew crew, Consumer<Found> found) {
    List<Callable<Played>> plays = new ArrayList<>();
    for (int i = 0; i < Crew.BATCH; i++) {
      long index = sequences + i;
      plays.add(() -> play(index));
    }
    crew.all(plays, played -> count(played, found));
  }

  private void count(Played played, Consumer<Found> found) {
    sequences++;
    events += played.events();
    played.coverage().ifPresent(coverage::add);
    failing += played.found().isPresent() ? 1 : 0;
    played.found().ifPresent(one -> coverage.danger(one.failure().violations()));
    played.found().ifPresent(found);
  }

  private Played play(long index) {
    Sequence sequence = new Sequence(seed, index, profile);
    Optional<Coverage> covered =
        index % COVERED == 0 ? Optional.of(new Coverage()) : Optional.empty();
    Optional<Failure> failure = sequence.play(checks, covered);
    return new Played(
        sequence.events(),
        failure.map(failed -> new Found(index, sequence.draft(), failed)),
        covered);
  }
}
