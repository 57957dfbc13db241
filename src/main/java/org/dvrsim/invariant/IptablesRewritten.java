package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.ops.RestoreIptables;
import org.dvrsim.ops.TraceEntry;

/**
 * Packet filter rules that are in effect are not written again and again. The agent may put them in
 * another order when it is sent the same for the first time, as it does with a router that came
 * with a floating IP; not the second time.
 *
 * <p>Models: neutron/tests/functional/agent/l3/framework.py:L3AgentTestFramework.
 * assert_iptables_rules_converged, which asks the same of the real agent
 */
final class IptablesRewritten extends HostInvariant {
  @Override
  public String name() {
    return "iptables-not-converged";
  }

  @Override
  public String consequence() {
    return "Every update takes rules away and puts them back: for a moment packets pass without,"
        + " and a host with many routers is never done.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.REPETITION);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    if (view.step().kind() == StepKind.ONCE_MORE) {
      for (TraceEntry entry : view.step().ops()) {
        if (entry.op() instanceof RestoreIptables restore
            && !view.wanted().isOptional(restore.netns())) {
          findings.add(
              restore.netns(), "rules are written again by " + entry.askedBy(), restore.netns());
        }
      }
    }
    return findings.list();
  }
}
