package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.SimRandom;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.Router;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.FaultKind;
import org.dvrsim.scenario.WorkersAction;

/**
 * Draws the next thing that somebody does, from what there is.
 *
 * <p>Most of what it draws the API accepts; what it refuses did nothing and is drawn anew. Half of
 * the sequences have {@linkplain Weights#swarm a mind of their own} about what they are made of.
 */
final class ActionGenerator {
  /** One of how many steps begins a chain. */
  private static final int CHAIN = 16;

  private final Chance chance;
  private final Profile profile;
  private final Cluster cluster;
  private final ApiDraw api;
  private final HostDraw hosts;
  private final WorkersDraw workers;
  private final FaultDraw faults;
  private final Mischief mischief;
  private final Plan planned = new Plan();

  ActionGenerator(SimRandom random, Profile profile, Cluster cluster) {
    this.chance = new Chance(random);
    this.profile = profile;
    this.cluster = cluster;
    boolean swarm = chance.of(1, 2);
    this.api = new ApiDraw(chance, cluster, swarm);
    this.hosts = new HostDraw(chance, api);
    this.workers = new WorkersDraw(chance, api, hosts);
    Weights<FaultKind> kinds = new Weights<>();
    profile.faults().forEach(kind -> kinds.with(kind.isOfOps() ? 2 : 1, kind));
    Sites sites = new Sites(chance);
    if (profile.faultsPerMille() > 0) {
      sites.watch(cluster);
    }
    this.faults = new FaultDraw(chance, swarm ? kinds.swarm(chance) : kinds, sites);
    this.mischief = new Mischief(chance, cluster.names());
  }

  /** Returns something to do; empty if the draw came to nothing. */
  Optional<Action> draw() {
    for (ComputeHost host : cluster.hosts()) {
      boolean heals = planned.isEmpty() && chance.of(host.agent().isEmpty() ? 1 : 2, 3);
      if (!host.isSettled() && heals) {
        return Optional.of(hosts.heal(host));
      }
    }
    if (planned.isEmpty() && chance.perMille(profile.mischiefPerMille())) {
      return begin(mischief());
    }
    if (chance.perMille(profile.restartsPerMille())) {
      return begin(hosts.interrupt(host())).map(this::perhapsFailing);
    }
    Optional<Action> action = next();
    if (chance.perMille(profile.workersPerMille())) {
      return action.map(this::byWorkers);
    }
    return action.map(this::perhapsFailing);
  }

  private ComputeHost host() {
    return chance.oneOf(List.copyOf(cluster.hosts()));
  }

  private Action perhapsFailing(Action step) {
    return chance.perMille(profile.faultsPerMille())
        ? faults.draw(cluster.hosts().stream().map(ComputeHost::name).toList(), step)
        : step;
  }

  private Action byWorkers(Action first) {
    ComputeHost host = host();
    return host.agent().isPresent() && WorkersAction.isPossibleMeanwhile(first)
        ? workers.draw(host, first, planned)
        : first;
  }

  /** Goes on with what was begun, or with something new. */
  private Optional<Action> next() {
    if (planned.isEmpty() && chance.of(1, CHAIN)) {
      planned.add(api.chain());
    }
    return planned.isEmpty() ? api.call() : Optional.of(planned.next());
  }

  /** Returns the first of {@code actions}; the others are next. */
  private Optional<Action> begin(List<Action> actions) {
    planned.add(actions);
    return planned.isEmpty() ? Optional.empty() : Optional.of(planned.next());
  }

  /** Something happens to a host; half of the time its routers change or go right after. */
  private List<Action> mischief() {
    ComputeHost host = host();
    if (chance.of(1, 3)) {
      return mischief.tornFile(host);
    }
    if (chance.of(1, 4)) {
      return api.anyFloatingIp()
          .map(fip -> mischief.leftBehind(host, fip.address()))
          .orElse(List.of());
    }
    List<Action> advertised = mischief.advertise(host);
    if (!advertised.isEmpty() && chance.of(1, 2)) {
      return advertised;
    }
    Optional<Router> router = api.anyRouter();
    List<Action> after =
        router.filter(one -> chance.of(1, 2)).map(one -> api.chain(one, host)).orElse(List.of());
    List<Action> actions = new ArrayList<>();
    mischief.vanish(host, router.map(Router::id)).ifPresent(actions::add);
    actions.addAll(after);
    return actions;
  }
}
