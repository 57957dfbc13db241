package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Neighbour;
import org.dvrsim.kernel.NudState;
import org.dvrsim.net.IpFamily;

/** No router knows a MAC for an address on its subnets that nothing has. */
final class StaleNeighbour extends NetnsInvariant {
  @Override
  public String name() {
    return "stale-neighbour";
  }

  @Override
  public String consequence() {
    return "Whoever is given the address next is not reached, because its packets go to the old"
        + " MAC.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.NEIGHBOURS, Aspect.LINKS);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.NEIGHBOURS);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind == NetnsKind.ROUTER;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    if (!view.wanted().neighbours().isEmpty()) {
      check(view, IpFamily.V4, findings);
      check(view, IpFamily.V6, findings);
    }
  }

  private static void check(NetnsView view, IpFamily family, Findings findings) {
    List<Link> links = view.actual().links();
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      for (WantedNeighbours wanted : view.wanted().neighbours()) {
        if (link.name().equals(wanted.device())) {
          check(view, wanted, view.actual().neighbours(family, link), findings);
        }
      }
    }
  }

  private static void check(
      NetnsView view, WantedNeighbours wanted, List<Neighbour> actual, Findings findings) {
    for (int i = 0; i < actual.size(); i++) {
      Neighbour neighbour = actual.get(i);
      if (neighbour.state() == NudState.PERMANENT
          && !wanted.entries().containsKey(neighbour.address())) {
        findings.add(
            view.name(),
            wanted.device() + " still knows " + neighbour.address() + ", which nothing has",
            wanted.device(),
            neighbour.address());
      }
    }
  }
}
