package org.dvrsim.fuzz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
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
  private final Map<String, Integer> seen = new HashMap<>();

  /** Watches all hosts of a cluster. */
  Sites(Chance chance, Cluster cluster) {
    this.chance = chance;
    for (ComputeHost host : cluster.hosts()) {
      host.host().observe(entry -> seen.merge(site(entry.askedBy(), entry.op()), 1, Integer::sum));
    }
  }

  private static String site(String method, Op op) {
    String netns = op.netns().text();
    return method + " " + op.recordedName() + " " + netns.substring(0, netns.indexOf('-') + 1);
  }

  @Override
  public boolean isIt(ComputeHost host, Op op) {
    List<String> methods = host.host().doing();
    String method = methods.isEmpty() ? "" : methods.get(methods.size() - 1);
    return chance.of(1, 5 + 3 * seen.getOrDefault(site(method, op), 0));
  }
}
