package org.dvrsim.fuzz;

import java.util.List;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.invariant.Convergence;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.InvariantChecker;
import org.dvrsim.invariant.NeutronTruth;
import org.dvrsim.invariant.StepKind;
import org.dvrsim.invariant.Violation;

/** Keeps an eye on one host of a play. */
final class Watch {
  private final ComputeHost host;
  private final Cluster cluster;
  private final InvariantChecker checker;

  Watch(ComputeHost host, Cluster cluster, List<Invariant> invariants) {
    this.host = host;
    this.cluster = cluster;
    this.checker =
        new InvariantChecker(
            host.host(),
            new NeutronTruth(cluster.server(), host.name(), host.mode()),
            host.statePath().toString(),
            invariants);
    host.beforeAgentStart(checker::agentStarts);
  }

  ComputeHost host() {
    return host;
  }

  /** Returns what is wrong at the end of a step. */
  List<Violation> endOfStep() {
    return check(StepKind.EVENT);
  }

  /**
   * Returns what is wrong once the agent is told again what it knows, is restarted, which heals the
   * host, resyncs, is restarted again, or once the host is compared with a fresh one; the first of
   * these that goes wrong.
   */
  List<Violation> finish() {
    if (host.agent().isPresent() && host.isSettled()) {
      List<Violation> found = quiet(StepKind.SAME_AGAIN, host::repeatUpdates);
      if (!found.isEmpty()) {
        return found;
      }
    }
    restart();
    List<Violation> found = check(StepKind.EVENT);
    if (found.isEmpty()) {
      found = quiet(StepKind.RESYNC, host::resync);
    }
    if (found.isEmpty()) {
      found = quiet(StepKind.RESYNC, this::restart);
    }
    if (!found.isEmpty()) {
      return found;
    }
    ComputeHost fresh = cluster.freshTwin(host.name());
    return Convergence.check(host.host(), fresh.host(), host.statePath().toString());
  }

  /** Does {@code work}, which must change nothing. */
  private List<Violation> quiet(StepKind kind, Runnable work) {
    checker.expectNoChange();
    work.run();
    return check(kind);
  }

  private void restart() {
    if (host.agent().isPresent()) {
      host.stopAgent();
    }
    host.startAgent();
  }

  private List<Violation> check(StepKind kind) {
    return checker.check(
        kind, host.takeTrace(), host.takeErrors(), host.takeDisturbed(), host.isSettled());
  }
}
