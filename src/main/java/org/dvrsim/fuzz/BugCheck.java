package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Hunts for known bugs, several at a time. What is found does not depend on how many. */
public final class BugCheck {
  private final long seed;
  private final long maxSequences;
  private final int jobs;
  private final Reference reference = Reference.remembering();

  /** Plans hunts of at most {@code maxSequences} sequences each, by {@code jobs} workers. */
  public BugCheck(long seed, long maxSequences, int jobs) {
    this.seed = seed;
    this.maxSequences = maxSequences;
    this.jobs = jobs;
  }

  /** What came of a hunt and how long it took, shrinking included. */
  public record Timed(BugHunt.Result result, double seconds) {}

  /** Hunts for each of {@code ids}, telling {@code watcher} of the results in that order. */
  public List<Timed> run(List<String> ids, Consumer<Timed> watcher) {
    List<Callable<Timed>> hunts = new ArrayList<>();
    ids.forEach(id -> hunts.add(() -> hunt(id)));
    List<Timed> results = new ArrayList<>();
    try (Crew crew = new Crew(jobs)) {
      crew.all(hunts, watcher.andThen(results::add));
    }
    return results;
  }

  private Timed hunt(String id) {
    long start = System.nanoTime();
    BugHunt.Result result = new BugHunt(id, seed, maxSequences, reference).run();
    return new Timed(result, (System.nanoTime() - start) / 1e9);
  }
}
