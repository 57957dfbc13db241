package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.ops.Processes;

/** No helper daemon runs for a namespace that is gone. */
final class LeakedProcess extends HostInvariant {
  @Override
  public String name() {
    return "leaked-process";
  }

  @Override
  public String consequence() {
    return "Daemons of routers that are gone pile up, and hold on to their namespaces.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.NAMESPACES, HostPart.PROCESSES);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    for (Processes.HelperProcess process : view.host().processes().running()) {
      if (view.kernel().find(process.netns()).isEmpty()) {
        findings.add(
            process.netns(), process.service() + " runs without namespace", process.service());
      }
    }
    return findings.list();
  }
}
