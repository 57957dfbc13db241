package org.dvrsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Pieces of work that have nothing to do with each other, done several at a time, whose results
 * come in the order in which the work was given.
 *
 * @param <R> one of the results that a piece of work has
 */
final class Jobs<R> implements AutoCloseable {
  private final ExecutorService workers;
  private final List<Future<List<R>>> results = new ArrayList<>();

  Jobs(int workers) {
    this.workers = Executors.newFixedThreadPool(workers);
  }

  void add(Callable<List<R>> work) {
    results.add(workers.submit(work));
  }

  /** Tells {@code consumer} of all results as soon as those before it are there. */
  void forEachInOrder(Consumer<R> consumer) {
    for (Future<List<R>> result : results) {
      get(result).forEach(consumer);
    }
  }

  private static <T> T get(Future<T> result) {
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends the workers. */
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
