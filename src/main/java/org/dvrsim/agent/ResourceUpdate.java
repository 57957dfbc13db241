package org.dvrsim.agent;

import java.util.Objects;
import java.util.Optional;

/**
 * A request to bring a resource, such as a router, up to date.
 *
 * <p>Ordered by priority (lower first), then by timestamp, then by id.
 *
 * <p>Models: neutron/agent/common/resource_processing_queue.py:ResourceUpdate
 *
 * @param <A> what to do about the resource
 * @param <R> the resource, where it comes along
 */
final class ResourceUpdate<A, R> implements Comparable<ResourceUpdate<A, R>> {
  private static final int TRIES = 5;

  private final String id;
  private final int priority;
  private final Optional<A> action;
  private final Optional<R> resource;
  private final long timestamp;
  private int tries;

  /**
   * Builds an update with the usual five tries.
   *
   * @param timestamp when the resource's data was, or will at the earliest be, fetched; see {@link
   *     ResourceProcessingQueue#now}
   */
  ResourceUpdate(
      String id, int priority, Optional<A> action, Optional<R> resource, long timestamp) {
    this(id, priority, action, resource, timestamp, TRIES);
  }

  /** Builds an update with a number of tries left. */
  ResourceUpdate(
      String id,
      int priority,
      Optional<A> action,
      Optional<R> resource,
      long timestamp,
      int tries) {
    this.id = Objects.requireNonNull(id);
    this.priority = priority;
    this.action = Objects.requireNonNull(action);
    this.resource = Objects.requireNonNull(resource);
    this.timestamp = timestamp;
    this.tries = tries;
  }

  /** Returns the resource's id. */
  String id() {
    return id;
  }

  /** Returns the priority; 0 is the highest. */
  int priority() {
    return priority;
  }

  /** Returns what to do; empty: bring up to date. */
  Optional<A> action() {
    return action;
  }

  /** Returns the resource; empty: to be fetched. */
  Optional<R> resource() {
    return resource;
  }

  /** Returns when the resource's data was fetched. */
  long timestamp() {
    return timestamp;
  }

  /** Returns this update with another action, resource, priority and timestamp, and its tries. */
  ResourceUpdate<A, R> with(
      int priority, Optional<A> action, Optional<R> resource, long timestamp) {
    return new ResourceUpdate<>(id, priority, action, resource, timestamp, tries);
  }

  /** Counts one try. */
  void countTry() {
    tries--;
  }

  /** Returns how many tries are left. */
  int tries() {
    return tries;
  }

  /** Tells whether no try is left. */
  boolean hitRetryLimit() {
    return tries < 0;
  }

  @Override
  public int compareTo(ResourceUpdate<A, R> other) {
    if (priority != other.priority) {
      return Integer.compare(priority, other.priority);
    }
    if (timestamp != other.timestamp) {
      return Long.compare(timestamp, other.timestamp);
    }
    return id.compareTo(other.id);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id + " (priority " + priority + ", at " + timestamp + ", tries " + tries + ")";
  }
}
