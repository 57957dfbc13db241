package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.Set;
import org.dvrsim.kernel.Neighbour;
import org.dvrsim.kernel.NudState;

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
    if (view.wanted().neighbours().isEmpty()) {
      return;
    }
    for (Neighbour neighbour : view.actual().neighbours()) {
      if (neighbour.state() != NudState.PERMANENT) {
        continue;
      }
      for (WantedNeighbours wanted : view.wanted().neighbours()) {
        if (neighbour.device().name().equals(wanted.device())
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
}
