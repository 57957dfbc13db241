package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.net.NetnsName;

/**
 * At most one host answers for a floating IP, and so gets and sends its traffic, unless its
 * instance is just being migrated.
 */
final class FloatingIpAnsweredTwice implements TrafficInvariant {
  @Override
  public String name() {
    return "fip-answered-twice";
  }

  @Override
  public String consequence() {
    return "Packets for the instance arrive at one host or another, as it happens, and get lost.";
  }

  @Override
  public List<Violation> check(Cluster cluster) {
    List<Violation> found = new ArrayList<>();
    for (FloatingIp floatingIp : cluster.server().db().floatingIps()) {
      if (ServedFloatingIp.isMigrating(floatingIp)) {
        continue;
      }
      List<String> hosts = cluster.fabric().whoAnswers(floatingIp.network(), floatingIp.address());
      if (hosts.size() > 1) {
        found.add(
            new Violation(
                name(),
                NetnsName.ROOT,
                List.of(floatingIp.address().toString()),
                "floating IP " + floatingIp.address() + " is answered for by " + hosts));
      }
    }
    return found;
  }
}
