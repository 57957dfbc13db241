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
   * <p>What the state files keep for things that are gone does not count: an agent that was down
   * when they went keeps it until its pools run dry, by design; see {@link StateFileLeak}. Nor does
   * it count that a router does not send ICMP redirects any more: the agent stops it when there is
   * SNAT elsewhere, and nobody lets it begin again.
   *
   * @param statePath where on the hosts' disks the agents keep their state files
   */
  public static List<Violation> check(Host actual, Host fresh, String statePath) {
    return check(HostStateReader.read(actual, statePath), fresh, statePath);
  }

  /** Returns a violation if {@code actual} is not the state of the host {@code fresh}. */
  static List<Violation> check(HostState actual, Host fresh, String statePath) {
    HostState.Difference difference = actual.minus(HostStateReader.read(fresh, statePath));
    difference =
        new HostState.Difference(difference.missing(), counting(difference.extra())).inShort();
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

  private static List<String> counting(List<String> extra) {
    return extra.stream()
        .filter(
            fact ->
                !fact.startsWith(HostStateReader.PRIORITY)
                    && !fact.startsWith(HostStateReader.PAIR)
                    && !fact.contains(HostState.REDIRECTS))
        .toList();
  }
}
