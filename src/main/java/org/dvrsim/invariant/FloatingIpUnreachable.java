package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.Traffic;
import org.dvrsim.net.NetnsName;

/** Every associated floating IP is reachable from outside, and its instance is seen as it. */
final class FloatingIpUnreachable implements TrafficInvariant {
  @Override
  public String name() {
    return "fip-unreachable";
  }

  @Override
  public String consequence() {
    return "Nobody outside reaches the instance, or it is seen outside with another address.";
  }

  @Override
  public List<Violation> check(Cluster cluster) {
    List<Violation> found = new ArrayList<>();
    for (ServedFloatingIp served : ServedFloatingIp.of(cluster)) {
      Traffic.Report in =
          cluster.traffic().send(Traffic.Request.ping(served.outside(), served.address()));
      if (!in.isAnswered()) {
        found.add(violation(served, "does not answer a ping from " + served.gateway()));
      }
      boolean only =
          cluster.server().db().floatingIpsOf(served.floatingIp().port().get()).size() == 1;
      Traffic.Report out =
          cluster.traffic().send(Traffic.Request.ping(served.instance(), served.outside()));
      if (only && !out.isAnswered()) {
        found.add(violation(served, "does not let " + served.instance() + " reach its gateway"));
      } else if (only && !out.source().get().equals(served.floatingIp().address())) {
        found.add(violation(served, "is not what the gateway sees, but " + out.source().get()));
      }
    }
    return found;
  }

  private Violation violation(ServedFloatingIp served, String what) {
    return new Violation(
        name(),
        NetnsName.ROOT,
        List.of(served.address(), served.instance()),
        "floating IP " + served.address() + " of " + served.instance() + " " + what);
  }
}
