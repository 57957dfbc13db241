package org.dvrsim.fuzz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Op;
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
  private final Map<Site, Integer> seen = new HashMap<>();
  private final Map<NetnsName, String> kinds = new HashMap<>();

  /** An agent method that asks for a kind of op in a kind of namespace. */
  private record Site(String method, String op, String netns) {}

  /** Has seen nothing yet. */
  Sites(Chance chance) {
    this.chance = chance;
  }

  /** Watches all hosts of a cluster from now on. */
  void watch(Cluster cluster) {
    for (ComputeHost host : cluster.hosts()) {
      host.host().observe(entry -> seen.merge(site(entry.askedBy(), entry.op()), 1, Integer::sum));
    }
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
    List<String> methods = host.host().doing();
    String method = methods.isEmpty() ? "" : methods.get(methods.size() - 1);
    return chance.of(1, 5 + 3 * seen.getOrDefault(site(method, op), 0));
  }
}
