package org.dvrsim.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/**
 * The updates that wait for a worker of the agent.
 *
 * <p>Several workers may take from it; a resource is worked on by one at a time (see {@link
 * ExclusiveResourceProcessor}).
 *
 * <p>Models: neutron/agent/common/resource_processing_queue.py:ResourceProcessingQueue. The clock
 * that gives updates their timestamps is a counter of this queue, so that of two updates the later
 * one is always later.
 *
 * @param <A> what to do about a resource
 * @param <R> the resource
 */
class ResourceProcessingQueue<A, R> {
  private final PriorityQueue<ResourceUpdate<A, R>> queue = new PriorityQueue<>();
  private final Map<String, ExclusiveResourceProcessor<A, R>> primaries = new HashMap<>();
  private final Map<String, Long> resourceTimestamps = new HashMap<>();
  private long clock;

  /** Returns the present moment, later than every one returned before. */
  long now() {
    return ++clock;
  }

  /** Returns how many updates wait. */
  int qsize() {
    return queue.size();
  }

  /** Tells whether nothing waits. */
  boolean isEmpty() {
    return queue.isEmpty();
  }

  /** Adds an update and counts one of its tries. */
  void add(ResourceUpdate<A, R> update) {
    update.countTry();
    queue.add(update);
  }

  /**
   * Takes the first update and calls {@code work} for it and for every further update of its
   * resource that other workers take meanwhile. Updates that are older than the data processed last
   * are left out. If another worker is at the resource, the update is left to that one.
   *
   * @throws java.util.NoSuchElementException if nothing waits
   */
  void eachUpdateToNextResource(
      BiConsumer<ExclusiveResourceProcessor<A, R>, ResourceUpdate<A, R>> work) {
    ResourceUpdate<A, R> next = queue.remove();
    try (var processor =
        new ExclusiveResourceProcessor<>(next.id(), primaries, resourceTimestamps)) {
      processor.queueUpdate(next);
      processor.updates(update -> work.accept(processor, update));
    }
    if (!primaries.containsKey(next.id())) {
      primaryLeft(next.id());
    }
  }

  /** Is called when nobody works on a resource any more. */
  void primaryLeft(String id) {}

  /** Forgets from when the data of a resource is that was processed last. */
  final void forgetTimestamp(String id) {
    resourceTimestamps.remove(id);
  }
}
