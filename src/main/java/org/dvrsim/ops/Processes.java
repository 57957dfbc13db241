package org.dvrsim.ops;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.dvrsim.net.NetnsName;

/** The helper daemons that run on a host, in order of namespace and service. */
public final class Processes {
  private final NavigableSet<HelperProcess> running = new TreeSet<>();
  private long changes;

  Processes() {}

  /** Returns what runs; a view that changes with the host. */
  public NavigableSet<HelperProcess> running() {
    return Collections.unmodifiableNavigableSet(running);
  }

  /** Returns how often a daemon was started or stopped so far. */
  public long changes() {
    return changes;
  }

  void start(NetnsName netns, String service) {
    changes++;
    running.add(new HelperProcess(netns, service));
  }

  void stop(NetnsName netns, String service) {
    changes++;
    running.remove(new HelperProcess(netns, service));
  }

  /**
   * A helper daemon.
   *
   * @param service such as {@code haproxy} or {@code radvd}
   */
  public record HelperProcess(NetnsName netns, String service)
      implements Comparable<HelperProcess> {
    @Override
    public int compareTo(HelperProcess other) {
      int byNetns = netns.compareTo(other.netns);
      return byNetns != 0 ? byNetns : service.compareTo(other.service);
    }
  }
}
