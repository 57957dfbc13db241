package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
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
  public List<Violation> check(TrafficView view) {
    List<Violation> found = new ArrayList<>();
    for (FloatingIpTraffic traffic : view.floatingIps()) {
      if (traffic.answering().size() > 1) {
        found.add(
            new Violation(
                name(),
                NetnsName.ROOT,
                List.of(traffic.address()),
                "floating IP " + traffic.address() + " is answered for by " + traffic.answering()));
      }
    }
    return found;
  }
}
