package org.dvrsim.base;

import java.util.PriorityQueue;

/**
 * Virtual time that only moves when told to, firing what is due on the way.
 *
 * <p>Timers fire in order of time, then of creation, with {@link #now} standing at their own time.
 * A timer may set further timers; those that fall within the same advance fire too.
 */
public final class SimClock {
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private SimTime now = SimTime.START;
  private long created;

  /** Returns the present moment. */
  public SimTime now() {
    return now;
  }

  /**
   * Runs {@code action} when time reaches {@code when}; a moment already past means: next advance.
   */
  public void at(SimTime when, Runnable action) {
    timers.add(new Timer(when.compareTo(now) < 0 ? now : when, created++, action));
  }

  /** Moves time forward by {@code nanos}, firing every timer due until then. */
  public void advanceNanos(long nanos) {
    SimTime end = now.plusNanos(nanos);
    while (!timers.isEmpty() && timers.peek().when.compareTo(end) <= 0) {
      Timer timer = timers.remove();
      now = timer.when;
      timer.action.run();
    }
    now = end;
  }

  /** Moves time forward by {@code seconds}, firing every timer due until then. */
  public void advanceSeconds(long seconds) {
    advanceNanos(Math.multiplyExact(seconds, 1_000_000_000L));
  }

  private record Timer(SimTime when, long order, Runnable action) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      int byTime = when.compareTo(other.when);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
