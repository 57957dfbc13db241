package org.dvrsim.fuzz;

import java.util.HashMap;
import java.util.Map;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.TraceEntry;
import org.dvrsim.scenario.FaultAction;

/**
 * The places in the agent's code that ask for ops, for each kind of namespace apart, and how often
 * each did so far.
 *
 * <p>Faults happen where few ops came from before. Most ops set up a device, and all over again
 * wherever an agent starts; one picked by its number is nearly always one of those.
 */
final class Sites implements FaultAction.Chooser {
  private final Chance chance;
  private final Map<Site, int[]> seen = new HashMap<>();
  private final Map<NetnsName, String> kinds = new HashMap<>();

  /** An agent method that asks for a kind of op in a kind of namespace. */
  private record Site(String method, String op, String netns) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Site that
          && method.equals(that.method)
          && op.equals(that.op)
          && netns.equals(that.netns);
    }

    @Override
    public int hashCode() {
      return (method.hashCode() * 31 + op.hashCode()) * 31 + netns.hashCode();
    }
  }

  /** Has seen nothing yet. */
  Sites(Chance chance) {
    this.chance = chance;
  }

  /** Watches all hosts of a cluster from now on. */
  void watch(Cluster cluster) {
    for (ComputeHost host : cluster.hosts()) {
      host.host().observe(this::count);
    }
  }

  private void count(TraceEntry entry) {
    seen.computeIfAbsent(site(entry.askedBy(), entry.op()), site -> new int[1])[0]++;
  }

  private Site site(String method, Op op) {
    return new Site(method, op.recordedName(), kinds.computeIfAbsent(op.netns(), Sites::kind));
  }

  /** Returns what the name of a namespace begins with, such as {@code snat-}. */
  private static String kind(NetnsName netns) {
    return netns.text().substring(0, netns.text().indexOf('-') + 1);
  }

  @Override
  public boolean isIt(ComputeHost host, Op op) {
    int[] count = seen.get(site(host.host().atWorkNow(), op));
    return chance.of(1, 5 + 3 * (count == null ? 0 : count[0]));
  }
}
