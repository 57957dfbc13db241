package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.SimClock;
import org.dvrsim.base.SimTime;

/** The programs of one command that go on when it returns: they listen to the kernel. */
final class Background {
  private final List<Monitor> monitors = new ArrayList<>();
  private boolean stopped;
  private Optional<SimTime> end = Optional.empty();

  void add(Monitor monitor) {
    monitors.add(monitor);
  }

  /** Tells whether there are any. */
  boolean isEmpty() {
    return monitors.isEmpty();
  }

  /** Tells whether one goes on still. */
  boolean isRunning() {
    return !stopped && !monitors.isEmpty();
  }

  /** Tells whether one has something to do. */
  boolean hasUnread() {
    return monitors.stream().anyMatch(Monitor::hasUnread);
  }

  /** Returns what they have printed since the last call. */
  String read() {
    StringBuilder text = new StringBuilder();
    monitors.forEach(monitor -> text.append(monitor.read()));
    return text.toString();
  }

  /** Ends them all; what they have heard can still be read. */
  void stop() {
    monitors.forEach(Monitor::stop);
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
