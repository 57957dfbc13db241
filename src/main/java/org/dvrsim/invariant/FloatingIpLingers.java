package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.cluster.Traffic;
import org.dvrsim.net.NetnsName;

/** A floating IP that is associated with nothing carries nothing. */
final class FloatingIpLingers implements TrafficInvariant {
  @Override
  public String name() {
    return "fip-lingers";
  }

  @Override
  public String consequence() {
    return "An address that was taken from an instance still leads to it, or to another one.";
  }

  @Override
  public List<Violation> check(TrafficView view) {
    List<Violation> found = new ArrayList<>();
    for (FloatingIpTraffic traffic : view.floatingIps()) {
      boolean free = traffic.floatingIp().port().isEmpty();
      if (free && traffic.in().map(Traffic.Passage::answered).orElse(false)) {
        found.add(
            new Violation(
                name(),
                NetnsName.ROOT,
                List.of(traffic.address()),
                "floating IP " + traffic.address() + " is associated with nothing, but answers"));
      }
    }
    return found;
  }
}
