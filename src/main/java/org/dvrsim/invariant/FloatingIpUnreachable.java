package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
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
  public List<Violation> check(TrafficView view) {
    List<Violation> found = new ArrayList<>();
    for (FloatingIpTraffic traffic : view.floatingIps()) {
      traffic.served().ifPresent(served -> check(traffic, served, found));
    }
    return found;
  }

  private void check(FloatingIpTraffic traffic, ServedFloatingIp served, List<Violation> found) {
    Traffic.Passage out = traffic.out().orElseThrow();
    if (!traffic.in().orElseThrow().answered()) {
      found.add(violation(served, "does not answer a ping from " + served.gateway()));
    }
    if (served.isOnly() && !out.answered()) {
      found.add(violation(served, "does not let " + served.instance() + " reach its gateway"));
    } else if (served.isOnly() && !out.source().get().equals(served.floatingIp().address())) {
      found.add(violation(served, "is not what the gateway sees, but " + out.source().get()));
    }
  }

  private Violation violation(ServedFloatingIp served, String what) {
    return new Violation(
        name(),
        NetnsName.ROOT,
        List.of(served.address(), served.instance()),
        "floating IP " + served.address() + " of " + served.instance() + " " + what);
  }
}
