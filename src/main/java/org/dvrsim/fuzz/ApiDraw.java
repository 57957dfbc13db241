package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.cluster.Router;
import org.dvrsim.scenario.Action;

/**
 * Draws what somebody does by Neutron's API.
 *
 * <p>Weights follow the history of DVR's defects: floating IPs, gateways and interfaces first.
 */
final class ApiDraw {
  private final Chance chance;
  private final Cluster cluster;
  private final RouterDraw routers;
  private final FloatingIpDraw floatingIps;
  private final Weights<Supplier<Optional<Action>>> calls;

  /**
   * Prepares draws.
   *
   * @param swarm whether to have a mind of its own, as {@link Weights#swarm} says
   */
  ApiDraw(Chance chance, Cluster cluster, boolean swarm) {
    this.chance = chance;
    this.cluster = cluster;
    NewNames names = new NewNames();
    this.routers = new RouterDraw(chance, cluster, names);
    this.floatingIps = new FloatingIpDraw(chance, cluster.server().db(), names);
    Weights<Supplier<Optional<Action>>> all = calls(names);
    this.calls = swarm ? all.swarm(chance) : all;
  }

  private Weights<Supplier<Optional<Action>>> calls(NewNames names) {
    InstanceDraw instances = new InstanceDraw(chance, cluster, names);
    NetworkDraw networks = new NetworkDraw(chance, cluster.server().db());
    return new Weights<Supplier<Optional<Action>>>()
        .with(20, floatingIps::associate)
        .with(10, floatingIps::disassociate)
        .with(7, floatingIps::createOrDelete)
        .with(9, routers::setGateway)
        .with(7, routers::clearGateway)
        .with(8, routers::attach)
        .with(7, routers::detach)
        .with(6, routers::moveSnat)
        .with(5, routers::createOrDelete)
        .with(4, routers::routes)
        .with(1, routers::switchSnat)
        .with(1, routers::switchRouter)
        .with(1, routers::switchInterface)
        .with(8, instances::createOrDelete)
        .with(6, instances::move)
        .with(2, instances::arp)
        .with(2, instances::setAddressPairs)
        .with(1, instances::switchPortSecurity)
        .with(4, networks::setMtu)
        .with(2, networks::moveProvidersGateway)
        .with(2, networks::setAddressScope)
        .with(1, networks::delete);
  }

  /** Returns a router, if there is one. */
  Optional<Router> anyRouter() {
    return routers.any();
  }

  /** Returns a floating IP, if there is one. */
  Optional<FloatingIp> anyFloatingIp() {
    return floatingIps.any();
  }

  /** Returns one call; empty if what it needs is not there. */
  Optional<Action> call() {
    return calls.draw(chance).get();
  }

  /** Returns several calls in a row that somebody makes about one router. */
  List<Action> chain() {
    return chance.of(1, 6) ? routers.setUp() : chain(chance.oneOf(List.copyOf(cluster.hosts())));
  }

  /** Returns several calls in a row about one router, with an eye on one host. */
  List<Action> chain(ComputeHost host) {
    return routers.any().map(router -> chain(router, host)).orElse(List.of());
  }

  /** Returns several calls in a row about a router, with an eye on one host. */
  List<Action> chain(Router router, ComputeHost host) {
    return switch (chance.below(7)) {
      case 0 -> Chains.teardown(cluster.server().db(), router);
      case 1 -> Chains.gatewayAnew(cluster.server().db(), router);
      case 2 -> chance.of(1, 2) ? Chains.offAndOn(router) : routers.interfaceOffAndOn(router);
      case 3 -> routers.interfaceAnew(router);
      default -> Chains.leave(cluster.server().db(), router, host.name());
    };
  }

  /**
   * Returns what happens while a host's agent is away: where it did SNAT another takes over, as
   * failover and operators see to; and people go on.
   */
  List<Action> whileAway(ComputeHost host) {
    List<Action> calls = new ArrayList<>();
    for (Router router : cluster.server().db().routers()) {
      if (router.snatHost().equals(Optional.of(host.name())) && chance.of(1, 2)) {
        routers.moveSnat(router).ifPresent(calls::add);
      }
    }
    if (chance.of(1, 3)) {
      calls.addAll(chain(host));
    }
    int more = chance.below(calls.isEmpty() ? 4 : 2);
    for (int i = 0; i < more; i++) {
      call().ifPresent(calls::add);
    }
    return calls;
  }
}
