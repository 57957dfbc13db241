package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.Violation;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.CloudSpec;
import org.dvrsim.scenario.CloudBuilder;

/** One sequence being played: a cluster, whose hosts are checked after each step. */
final class Play {
  private final Cluster cluster = new Cluster();
  private final List<Watch> watches = new ArrayList<>();
  private final Set<String> tolerated;
  private int step;
  private long events;

  /**
   * Makes the cluster; no agent runs yet.
   *
   * @param tolerated the names of invariants whose violations do not count
   */
  Play(CloudSpec cloud, List<Invariant> invariants, Set<String> tolerated) {
    this.tolerated = tolerated;
    CloudBuilder.build(cloud, cluster);
    for (ComputeHost host : cluster.hosts()) {
      watches.add(new Watch(host, cluster, invariants));
    }
  }

  Cluster cluster() {
    return cluster;
  }

  /** Returns how many messages, starts and resyncs the agents have worked on. */
  long events() {
    return events;
  }

  /** Starts the agents. */
  Optional<Failure> start() {
    for (ComputeHost host : cluster.hosts()) {
      host.startAgent();
      events++;
    }
    return endOfStep();
  }

  /**
   * Does one thing and lets the agents do what follows from it.
   *
   * @throws org.dvrsim.cluster.ApiRefusedException if the API refuses it, which changes nothing
   */
  Optional<Failure> perform(Action action) {
    action.perform(cluster);
    step++;
    return endOfStep();
  }

  private Optional<Failure> endOfStep() {
    events += cluster.deliver();
    for (Watch watch : watches) {
      Optional<Failure> failure = failure(watch, watch.endOfStep());
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  /**
   * Heals what is not settled by a restart of the agent, then sends the agents what they know, has
   * them resync, and compares each host with a fresh one.
   */
  Optional<Failure> finish() {
    for (Watch watch : watches) {
      Optional<Failure> failure = failure(watch, watch.finish());
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  private Optional<Failure> failure(Watch watch, List<Violation> found) {
    List<Violation> counted = new ArrayList<>();
    for (Violation violation : found) {
      if (!tolerated.contains(violation.invariant())) {
        counted.add(violation);
      }
    }
    return counted.isEmpty()
        ? Optional.empty()
        : Optional.of(new Failure(step, watch.host().name(), counted));
  }
}
