package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.NetnsName;

/** Instances reach their gateway, and over it those on other subnets of the router. */
final class InstanceCutOff implements TrafficInvariant {
  @Override
  public String name() {
    return "instance-cut-off";
  }

  @Override
  public String consequence() {
    return "An instance does not reach its gateway, or what a router connects it with.";
  }

  @Override
  public List<Violation> check(TrafficView view) {
    List<Violation> found = new ArrayList<>();
    for (RoutedPing.Seen seen : view.routedPings()) {
      if (!seen.answered()) {
        found.add(violation(seen.ping()));
      }
    }
    return found;
  }

  private Violation violation(RoutedPing ping) {
    return new Violation(
        name(),
        NetnsName.ROOT,
        List.of(
            ping.instance().name(),
            ping.from().toString(),
            ping.to().toString(),
            ping.router().name()),
        "%s gets no answer from %s of %s to a ping from %s by router %s"
            .formatted(ping.instance(), ping.to(), ping.whose(), ping.from(), ping.router()));
  }
}
