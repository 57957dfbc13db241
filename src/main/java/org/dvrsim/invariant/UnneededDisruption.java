package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the agent already put into effect changes nothing when the server sends it again. */
final class UnneededDisruption extends HostInvariant {
  @Override
  public String name() {
    return "unneeded-disruption";
  }

  @Override
  public String consequence() {
    return "Connections of instances are interrupted although nobody changed anything.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.REPETITION);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    StepKind kind = view.step().kind();
    if (kind == StepKind.SAME_AGAIN || kind == StepKind.ONCE_MORE) {
      Disruptions.find(view, "the same payload again", findings);
    }
    return findings.list();
  }
}
