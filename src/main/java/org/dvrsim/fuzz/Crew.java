package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Threads that do pieces of work which have nothing to do with each other. The results come in the
 * order of the work, so that nothing depends on how many threads there are.
 */
public final class Crew implements AutoCloseable {
  /** How much work is worth handing out at once. */
  static final int BATCH = 64;

  private final ExecutorService threads;

  /** Hires {@code size} threads. */
  public Crew(int size) {
    this.threads = Executors.newFixedThreadPool(size);
  }

  /**
   * Does all of {@code work} and returns the results in its order.
   *
   * @throws RuntimeException what the first piece that failed threw
   */
  <T> List<T> all(List<? extends Callable<T>> work) {
    List<T> results = new ArrayList<>();
    all(work, results::add);
    return results;
  }

  /**
   * Does all of {@code work} and tells {@code watcher} of each result, in its order, as soon as it
   * and those before are there.
   *
   * @throws RuntimeException what the first piece that failed threw
   */
  <T> void all(List<? extends Callable<T>> work, Consumer<T> watcher) {
    List<Future<T>> futures = new ArrayList<>();
    work.forEach(piece -> futures.add(threads.submit(piece)));
    for (Future<T> future : futures) {
      watcher.accept(get(future));
    }
  }

  private static <T> T get(Future<T> future) {
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

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
