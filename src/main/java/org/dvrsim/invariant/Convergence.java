package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;

/** Compares a host with what a fresh agent builds from the server's truth on an empty machine. */
public final class Convergence {
  private static final Invariant INVARIANT = new ConvergesToFresh();

  private Convergence() {}

  /**
   * Returns a violation if the states of the two hosts differ.
   *
   * @param statePath where on the hosts' disks the agents keep their state files
   */
  public static List<Violation> check(Host actual, Host fresh, String statePath) {
    HostState.Difference difference =
        HostStateReader.read(actual, statePath).minus(HostStateReader.read(fresh, statePath));
    if (difference.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    difference.missing().forEach(fact -> lines.add("- " + fact));
    difference.extra().forEach(fact -> lines.add("+ " + fact));
    return List.of(
        new Violation(
            INVARIANT.name(),
            NetnsName.ROOT,
            lines,
            "a fresh agent would build another state:\n" + difference));
  }
}
