package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.Probes;
import org.dvrsim.invariant.TrafficInvariant;
import org.dvrsim.invariant.TrafficView;
import org.dvrsim.invariant.Violation;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.CloudBuilder;
import org.dvrsim.scenario.CloudSpec;
import org.dvrsim.scenario.HostWatch;

/** One sequence being played: a cluster, whose hosts are checked after each step. */
final class Play {
  /** Stands for the host where something is wrong between hosts. */
  static final String NETWORK = "the network";

  /** After how many steps packets are sent: they take longer than a look at the hosts. */
  private static final int TRAFFIC_EVERY = 16;

  private final Checks checks;
  private final Cluster cluster;
  private final TrafficView traffic;
  private final BiPredicate<String, Violation> counting;
  private final List<HostWatch> watches = new ArrayList<>();
  private final Optional<Coverage> coverage;
  private final Set<String> damaged = new LinkedHashSet<>();
  private int step;
  private boolean known;
  private boolean everKnown;

  /** Makes the cluster; no agent runs yet. */
  Play(CloudSpec cloud, Checks checks) {
    this(cloud, checks, Optional.empty());
  }

  /** Makes the cluster, and notes in {@code coverage} where the sequence comes. */
  Play(CloudSpec cloud, Checks checks, Optional<Coverage> coverage) {
    this(cloud, checks, coverage, remembering(checks));
  }

  /** Makes the cluster, whose violations are those that {@code counts}, given their host. */
  Play(CloudSpec cloud, Checks checks, BiPredicate<String, Violation> counts) {
    this(cloud, checks, Optional.empty(), counts);
  }

  private Play(
      CloudSpec cloud,
      Checks checks,
      Optional<Coverage> coverage,
      BiPredicate<String, Violation> counts) {
    this.checks = checks;
    this.cluster = new Cluster(checks.agent(), checks.ruleCaches());
    this.traffic = new TrafficView(cluster);
    this.coverage = coverage;
    this.counting = counts;
    CloudBuilder.build(cloud, cluster);
    cluster.setProbes(Probes.NONE);
    cluster.hosts().forEach(host -> watches.add(watch(host)));
  }

  private HostWatch watch(ComputeHost host) {
    HostWatch watch =
        new HostWatch(
            host, cluster, checks.invariants(), violation -> counts(host.name(), violation));
    coverage.ifPresent(each -> watch.watchOps(each::ops));
    return watch;
  }

  /** What is wrong stays so for many steps, and often the same object says so. */
  private static BiPredicate<String, Violation> remembering(Checks checks) {
    Map<Violation, Boolean> known = new HashMap<>();
    IdentityHashMap<Violation, Boolean> seen = new IdentityHashMap<>();
    return (host, violation) -> {
      Boolean counts = seen.get(violation);
      if (counts == null) {
        counts = known.computeIfAbsent(violation, checks::counts);
        seen.put(violation, counts);
      }
      return counts;
    };
  }

  /** Takes note if something is wrong that is known. */
  private boolean counts(String host, Violation violation) {
    if (counting.test(host, violation)) {
      return true;
    }
    known |= !checks.tolerated().contains(violation.invariant());
    everKnown |= known;
    return false;
  }

  Cluster cluster() {
    return cluster;
  }

  /**
   * Tells whether something went wrong that is known. What goes wrong after that may follow from
   * it, in ways that no scenario shows.
   */
  boolean metKnown() {
    return everKnown;
  }

  /**
   * Returns how many messages, updates and full synchronisations the agents have worked on, those
   * of the probes included.
   */
  long events() {
    long events = 0;
    for (ComputeHost host : cluster.hosts()) {
      events += host.worked();
    }
    return events;
  }

  /** Starts the agents. */
  Optional<Failure> start() {
    for (ComputeHost host : cluster.hosts()) {
      host.startAgent();
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
    coverage.ifPresent(each -> watches.forEach(watch -> each.danger(watch.wrongNow())));
    return endOfStep();
  }

  /** Returns the hosts on which something known was wrong at the end of the last step. */
  Set<String> damaged() {
    return Collections.unmodifiableSet(damaged);
  }

  /**
   * Puts an empty machine in the place of a host; whatever that held is gone. A fresh agent starts
   * there if the old one ran.
   */
  void replace(String host) {
    boolean runs = cluster.host(host).agent().isPresent();
    ComputeHost fresh = cluster.replace(host);
    watches.replaceAll(each -> each.host().name().equals(host) ? watch(fresh) : each);
    if (runs) {
      fresh.startAgent();
      cluster.deliver();
    }
  }

  private Optional<Failure> endOfStep() {
    cluster.deliver();
    damaged.clear();
    for (HostWatch watch : watches) {
      known = false;
      Optional<Failure> failure = failure(watch, false, watch.look(cluster.probes()));
      if (failure.isPresent()) {
        return failure;
      }
      if (known) {
        damaged.add(watch.host().name());
      }
    }
    known = !damaged.isEmpty();
    return step % TRAFFIC_EVERY == TRAFFIC_EVERY - 1 ? traffic(false) : Optional.empty();
  }

  /** Looks at what is not looked at after every step, when there are no more. */
  Optional<Failure> endOfSteps() {
    return traffic(false);
  }

  /**
   * Sends packets to see whether they arrive, once every agent is done. Where something is wrong
   * that is known, it explains what becomes of them, and only a comparison can tell more.
   */
  private Optional<Failure> traffic(boolean atTheEnd) {
    if ((known && !checks.compared())
        || !cluster.hosts().stream().allMatch(ComputeHost::isSettled)) {
      return Optional.empty();
    }
    traffic.update();
    List<Violation> found = new ArrayList<>();
    for (TrafficInvariant invariant : checks.traffic()) {
      invariant.check(traffic).stream()
          .filter(violation -> counts(NETWORK, violation))
          .forEach(found::add);
    }
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Failure(step, atTheEnd, NETWORK, found, List.of()));
  }

  /**
   * Looks once more, heals what is not settled by a restart of the agent, then sends the agents
   * what they know, has them resync, and compares each host with a fresh one.
   */
  Optional<Failure> finish() {
    Optional<Failure> last = endOfSteps();
    if (last.isPresent()) {
      return last;
    }
    known = false;
    for (HostWatch watch : watches) {
      Optional<Failure> failure = failure(watch, true, watch.look(Probes.RESTART_AND_COMPARE));
      if (failure.isPresent()) {
        return failure;
      }
    }
    return traffic(true);
  }

  private Optional<Failure> failure(HostWatch watch, boolean atTheEnd, List<Violation> found) {
    coverage.ifPresent(each -> watch.host().journal().takeNotes().forEach(each::happened));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Failure(step, atTheEnd, watch.host().name(), found, watch.passedOver()));
  }
}
