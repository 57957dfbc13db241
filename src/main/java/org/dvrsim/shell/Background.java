package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.base.SimClock;
import org.dvrsim.base.SimTime;

/** The programs of one command that go on when it returns: they listen to the kernel. */
final class Background {
  private final List<Listener> listeners = new ArrayList<>();
  private boolean stopped;
  private Optional<SimTime> end = Optional.empty();

  /** Returns the refusal of a program that would go on for ever in the foreground. */
  static NotModelledException missing(String program) {
    return new NotModelledException(
        program + " in the foreground, as it waits for ever (use & or timeout)");
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  /** Tells whether there are any. */
  boolean isEmpty() {
    return listeners.isEmpty();
  }

  /** Tells whether one goes on still. */
  boolean isRunning() {
    return !stopped && !listeners.isEmpty();
  }

  /** Tells whether one has something to do. */
  boolean hasUnread() {
    return listeners.stream().anyMatch(Listener::hasUnread);
  }

  /** Tells whether all of them write at once, even to a file. */
  boolean flushes() {
    return listeners.stream().allMatch(Listener::flushes);
  }

  /** Returns what they have printed since the last call. */
  String read() {
    StringBuilder text = new StringBuilder();
    listeners.forEach(listener -> text.append(listener.read()));
    return text.toString();
  }

  /** Ends them all; what they have heard can still be read. */
  void stop() {
    listeners.forEach(Listener::stop);
    stopped = true;
  }

  /** Ends them all when a time is over. */
  void stopAfter(SimClock clock, long nanos) {
    SimTime when = clock.now().plusNanos(nanos);
    end = Optional.of(when);
    clock.at(when, this::stop);
  }

  /** Returns when they end by themselves. */
  Optional<SimTime> end() {
    return end;
  }
}
