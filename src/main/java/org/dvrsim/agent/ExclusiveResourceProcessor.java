package org.dvrsim.agent;

import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * A worker's access to one resource. The first of a resource is its primary and does the work;
 * others hand their updates to it.
 *
 * <p>Models: neutron/agent/common/resource_processing_queue.py:ExclusiveResourceProcessor
 *
 * @param <A> what to do about a resource
 * @param <R> the resource
 */
final class ExclusiveResourceProcessor<A, R> implements AutoCloseable {
  /** How many updates of one resource are made room for at first. */
  private static final int FEW = 2;

  private final String id;
  private final Map<String, ExclusiveResourceProcessor<A, R>> primaries;
  private final Map<String, Long> resourceTimestamps;
  private final ExclusiveResourceProcessor<A, R> primary;
  private final PriorityQueue<ResourceUpdate<A, R>> queue = new PriorityQueue<>(FEW);

  ExclusiveResourceProcessor(
      String id,
      Map<String, ExclusiveResourceProcessor<A, R>> primaries,
      Map<String, Long> resourceTimestamps) {
    this.id = id;
    this.primaries = primaries;
    this.resourceTimestamps = resourceTimestamps;
    ExclusiveResourceProcessor<A, R> first = primaries.putIfAbsent(id, this);
    this.primary = first == null ? this : first;
  }

  private boolean iAmPrimary() {
    return primary == this;
  }

  private long resourceDataTimestamp() {
    return resourceTimestamps.getOrDefault(id, Long.MIN_VALUE);
  }

  /** Notes that data fetched at {@code timestamp} has been processed. */
  void fetchedAndProcessed(long timestamp) {
    resourceTimestamps.merge(id, timestamp, Math::max);
  }

  /** Hands an update to the primary. */
  void queueUpdate(ResourceUpdate<A, R> update) {
    primary.queue.add(update);
  }

  /**
   * As primary, calls {@code work} for every update that is newer than the data processed last,
   * until there is none.
   */
  void updates(Consumer<ResourceUpdate<A, R>> work) {
    while (iAmPrimary() && !queue.isEmpty()) {
      ResourceUpdate<A, R> update = queue.remove();
      if (resourceDataTimestamp() < update.timestamp()) {
        work.accept(update);
      }
    }
  }

  /** Gives the resource free if this is its primary. */
  @Override
  public void close() {
    if (iAmPrimary()) {
      primaries.remove(id);
    }
  }
}
