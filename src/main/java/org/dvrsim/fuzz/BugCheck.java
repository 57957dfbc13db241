package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Timed>> futures = new ArrayList<>();
      for (String id : ids) {
        futures.add(workers.submit(() -> hunt(id)));
      }
      List<Timed> results = new ArrayList<>();
      for (Future<Timed> future : futures) {
        Timed timed = get(future);
        watcher.accept(timed);
        results.add(timed);
      }
      return results;
    } finally {
      workers.shutdownNow();
    }
  }

  private Timed hunt(String id) {
    long start = System.nanoTime();
    BugHunt.Result result = new BugHunt(id, seed, maxSequences, reference).run();
    return new Timed(result, (System.nanoTime() - start) / 1e9);
  }

  private static Timed get(Future<Timed> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
