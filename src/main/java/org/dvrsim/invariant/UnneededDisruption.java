package org.dvrsim.invariant;

import java.util.List;
import org.dvrsim.kernel.KernelEvent;

/** What the agent already put into effect changes nothing when the server sends it again. */
final class UnneededDisruption implements Invariant {
  @Override
  public String name() {
    return "unneeded-disruption";
  }

  @Override
  public String consequence() {
    return "Connections of instances are interrupted although nobody changed anything.";
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    if (view.step().kind() == StepKind.SAME_AGAIN) {
      for (KernelEvent event : view.step().changes()) {
        findings.add(event.netns(), "the same payload again did " + event, event);
      }
    }
    return findings.list();
  }
}
