package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A resync changes nothing when the agent was in line with the server before. */
final class ResyncChanges extends HostInvariant {
  @Override
  public String name() {
    return "resync-not-idempotent";
  }

  @Override
  public String consequence() {
    return "Each restart of the agent interrupts connections of instances.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.REPETITION);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    if (view.step().kind() == StepKind.RESYNC) {
      Disruptions.find(view, "the resync", findings);
    }
    return findings.list();
  }
}
