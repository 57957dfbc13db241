package org.dvrsim.scenario;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.NeutronServer;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.InvariantChecker;
import org.dvrsim.invariant.NeutronTruth;
import org.dvrsim.invariant.StepKind;
import org.dvrsim.invariant.Violation;
import org.dvrsim.ops.TraceEntry;

/** Keeps an eye on one host of a run. */
final class HostWatch {
  private final ComputeHost host;
  private final InvariantChecker checker;

  HostWatch(ComputeHost host, NeutronServer server, List<Invariant> invariants) {
    this.host = host;
    this.checker =
        new InvariantChecker(
            host.host(),
            new NeutronTruth(server, host.name(), host.mode()),
            host.statePath().toString(),
            invariants);
    host.beforeAgentStart(checker::agentStarts);
  }

  /** What a step did on the host, and what is wrong there after it. */
  record Seen(HostOps ops, List<Finding> findings) {}

  /**
   * Looks at the host at the end of a step. Where all is well and the host is settled, the agent is
   * told once more what it knows, and made to synchronise fully; the host is looked at after each.
   */
  Seen endOfStep() {
    List<TraceEntry> ops = host.takeTrace();
    List<Finding> findings = new ArrayList<>();
    check(StepKind.EVENT, ops, findings);
    if (findings.isEmpty() && host.isSettled()) {
      host.repeatUpdates();
      check(StepKind.SAME_AGAIN, host.takeTrace(), findings);
    }
    if (findings.isEmpty() && host.isSettled()) {
      host.resync();
      check(StepKind.RESYNC, host.takeTrace(), findings);
    }
    return new Seen(new HostOps(host.name(), ops), findings);
  }

  private void check(StepKind kind, List<TraceEntry> ops, List<Finding> findings) {
    List<Violation> violations =
        checker.check(kind, ops, host.takeErrors(), host.takeDisturbed(), host.isSettled());
    violations.forEach(violation -> findings.add(new Finding(host.name(), violation)));
  }
}
