package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A host that was healed is like one whose agent was started fresh on an empty machine. */
final class ConvergesToFresh extends HostInvariant {
  @Override
  public String name() {
    return "converges-to-fresh-state";
  }

  @Override
  public String consequence() {
    return "What the host does to packets depends on its past, not on what the user asked for.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.REPETITION);
  }

  /** Finds nothing: the comparison needs a second host; see {@link Convergence}. */
  @Override
  public List<Violation> check(HostView view) {
    return List.of();
  }
}
