package org.dvrsim.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.Probes;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.InvariantChecker;
import org.dvrsim.invariant.NeutronTruth;
import org.dvrsim.invariant.StepKind;
import org.dvrsim.invariant.Violation;
import org.dvrsim.ops.RestoreIptables;
import org.dvrsim.ops.TraceEntry;

/** Keeps an eye on one host of a run, and probes it. */
public final class HostWatch {
  private final ComputeHost host;
  private final Cluster cluster;
  private final NeutronTruth truth;
  private final InvariantChecker checker;
  private Optional<Basis> lastQuiet = Optional.empty();
  private boolean wroteRules;
  private List<Violation> passedOver = List.of();
  private final Predicate<Violation> counts;
  private Consumer<List<TraceEntry>> opsWatcher = ops -> {};

  /**
   * Starts to watch {@code host} of {@code cluster}.
   *
   * @param counts whether a violation counts; what does not is as if it were not there
   */
  public HostWatch(
      ComputeHost host, Cluster cluster, List<Invariant> invariants, Predicate<Violation> counts) {
    this.host = host;
    this.counts = counts;
    this.cluster = cluster;
    this.truth = new NeutronTruth(cluster.server(), host.name(), host.mode());
    this.checker =
        new InvariantChecker(host.host(), truth, host.statePath().toString(), invariants);
    host.beforeAgentStart(checker::agentStarts);
  }

  /** Returns the host. */
  public ComputeHost host() {
    return host;
  }

  /** Has {@code watcher} told of all ops that the agent asks for. */
  public void watchOps(Consumer<List<TraceEntry>> watcher) {
    opsWatcher = watcher;
  }

  /** Returns what would be wrong if the step ended now and the agent did nothing more. */
  public List<Violation> wrongNow() {
    return checker.wrongNow();
  }

  /**
   * Looks at the host at the end of a step, as closely as the cluster says; returns what the step
   * did there.
   */
  HostOps endOfStep() {
    host.journal().endStep();
    List<TraceEntry> ops = host.journal().takeTrace();
    look(ops, cluster.probes());
    return new HostOps(host.name(), ops);
  }

  /** Returns what is wrong at the end of a step; the probes stop at the first that goes wrong. */
  public List<Violation> look(Probes probes) {
    return look(host.journal().takeTrace(), probes);
  }

  private List<Violation> look(List<TraceEntry> ops, Probes probes) {
    List<Violation> found = check(StepKind.EVENT, ops);
    if (found.isEmpty() && probes != Probes.NONE && host.isSettled()) {
      found = repeatAndResync(probes);
    }
    if (found.isEmpty() && probes == Probes.RESTART_AND_COMPARE) {
      found = restartAndCompare();
    }
    return found;
  }

  /** What can change the outcome of probes: what happened to the host, and what it would hear. */
  private record Basis(long activity, List<NeutronRouter> intent, List<NeutronRouter> payloads) {}

  private Basis basis() {
    return new Basis(host.activity(), host.intent(), truth.routers());
  }

  /** Nothing is done where nothing happened since the same probes found nothing. */
  private List<Violation> repeatAndResync(Probes probes) {
    if (lastQuiet.isPresent() && lastQuiet.get().equals(basis())) {
      return List.of();
    }
    lastQuiet = Optional.empty();
    List<Violation> found = quietTwice(StepKind.SAME_AGAIN, host::repeatUpdates);
    if (found.isEmpty() && probes == Probes.REPEAT_AND_RESYNC) {
      found = quietTwice(StepKind.RESYNC, host::resync);
      lastQuiet = found.isEmpty() ? Optional.of(basis()) : Optional.empty();
    }
    return found;
  }

  /** What went wrong is healed by the first restart; after that nothing may change. */
  private List<Violation> restartAndCompare() {
    restart();
    List<Violation> found = check(StepKind.EVENT, host.journal().takeTrace());
    if (found.isEmpty()) {
      found = quietTwice(StepKind.RESYNC, host::resync);
    }
    if (found.isEmpty()) {
      found = quiet(StepKind.RESYNC, this::restart);
    }
    if (found.isEmpty()) {
      ComputeHost fresh = cluster.freshTwin(host.name());
      found = counting(checker.checkConvergence(fresh.host()));
    }
    return found;
  }

  private void restart() {
    if (host.agent().isPresent()) {
      host.stopAgent();
    }
    host.startAgent();
  }

  /** Does {@code work}, which must change nothing, and once more if it wrote rules. */
  private List<Violation> quietTwice(StepKind kind, Runnable work) {
    List<Violation> found = quiet(kind, work);
    return found.isEmpty() && wroteRules ? quiet(StepKind.ONCE_MORE, work) : found;
  }

  /** Does {@code work}, which must change nothing. */
  private List<Violation> quiet(StepKind kind, Runnable work) {
    checker.expectNoChange();
    work.run();
    List<TraceEntry> ops = host.journal().takeTrace();
    wroteRules = ops.stream().anyMatch(entry -> entry.op() instanceof RestoreIptables);
    return check(kind, ops);
  }

  private List<Violation> check(StepKind kind, List<TraceEntry> ops) {
    opsWatcher.accept(ops);
    checker.told(host.journal().takeTold());
    List<Violation> found =
        checker.check(
            kind, ops, host.journal().takeErrors(), host.takeDisturbed(), host.isSettled());
    List<Violation> counted = counting(found);
    passedOver = found;
    if (!counted.isEmpty()) {
      passedOver = new ArrayList<>(found);
      passedOver.removeAll(counted);
    }
    return counted;
  }

  /** Returns what was wrong after the last work of the agent and did not count. */
  public List<Violation> passedOver() {
    return Collections.unmodifiableList(passedOver);
  }

  private List<Violation> counting(List<Violation> found) {
    if (found.isEmpty()) {
      return found;
    }
    List<Violation> counted = new ArrayList<>();
    for (Violation violation : found) {
      if (counts.test(violation)) {
        counted.add(violation);
      }
    }
    return counted;
  }
}
