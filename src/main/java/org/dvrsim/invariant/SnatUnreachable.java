package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.NetnsName;

/** Instances without floating IP reach the external network, and are seen as their router. */
final class SnatUnreachable implements TrafficInvariant {
  @Override
  public String name() {
    return "snat-unreachable";
  }

  @Override
  public String consequence() {
    return "An instance without floating IP has no way out, or is seen outside with an address that"
        + " nobody can answer.";
  }

  @Override
  public List<Violation> check(TrafficView view) {
    List<Violation> found = new ArrayList<>();
    for (SnatPing.Seen seen : view.snatPings()) {
      if (!seen.answered()) {
        found.add(
            violation(seen.ping(), "gets no answer from the gateway " + seen.ping().gateway()));
      } else if (!seen.source().equals(Optional.of(seen.ping().own()))) {
        found.add(violation(seen.ping(), "is seen by the gateway as " + seen.source().get()));
      }
    }
    return found;
  }

  private Violation violation(SnatPing ping, String what) {
    String instance = ping.end().instance().name();
    return new Violation(
        name(),
        NetnsName.ROOT,
        List.of(instance, ping.end().address().address().toString(), ping.router().name()),
        "%s, which leaves by router %s as %s, %s"
            .formatted(instance, ping.router(), ping.own(), what));
  }
}
