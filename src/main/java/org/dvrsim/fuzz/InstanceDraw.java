package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.Instance;
import org.dvrsim.cluster.Network;
import org.dvrsim.cluster.NeutronDb;
import org.dvrsim.cluster.PortAddress;
import org.dvrsim.cluster.Router;
import org.dvrsim.cluster.Subnet;
import org.dvrsim.net.IpAddress;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.ArpAction;
import org.dvrsim.scenario.InstanceActions;
import org.dvrsim.scenario.InstanceActions.MigrationPhase;

/** Draws what is done with instances. */
final class InstanceDraw {
  private static final int MAX_INSTANCES = 6;

  private final Chance chance;
  private final Cluster cluster;
  private final NewNames names;

  InstanceDraw(Chance chance, Cluster cluster, NewNames names) {
    this.chance = chance;
    this.cluster = cluster;
    this.names = names;
  }

  private NeutronDb db() {
    return cluster.server().db();
  }

  private Optional<Instance> any() {
    return chance.pick(db().instances());
  }

  Optional<Action> createOrDelete() {
    int count = db().instances().size();
    if (count >= MAX_INSTANCES || chance.of(count, MAX_INSTANCES)) {
      return any().map(instance -> new InstanceActions.DeleteInstance(instance.name()));
    }
    return tenantNetwork()
        .map(
            network ->
                new InstanceActions.CreateInstance(
                    names.next("vm"), network.name(), hostOrNone(), addresses(network)));
  }

  /** Mostly those that the server picks; sometimes two of the first subnet. */
  private List<IpAddress> addresses(Network network) {
    if (!chance.of(1, 6)) {
      return List.of();
    }
    IpAddress first = network.subnets().get(0).cidr().address();
    return List.of(first.plus(100L + chance.below(50)), first.plus(150L + chance.below(50)));
  }

  /** Returns a network, mostly one that has a router. */
  private Optional<Network> tenantNetwork() {
    List<Network> all = db().networks().stream().filter(net -> !net.isExternal()).toList();
    List<Network> routed = all.stream().filter(this::isRouted).toList();
    return chance.pick(routed.isEmpty() || chance.of(1, 4) ? all : routed);
  }

  private boolean isRouted(Network network) {
    return db().routers().stream()
        .anyMatch(router -> network.subnets().stream().anyMatch(router::isOn));
  }

  private Optional<String> hostOrNone() {
    return chance.of(1, 8) ? Optional.empty() : host();
  }

  private Optional<String> host() {
    return chance.pick(cluster.hosts()).map(ComputeHost::name);
  }

  /**
   * Moves an instance at once, or migrates it, in one go or with things between: half the time one
   * with a floating IP, which is to follow it.
   */
  Optional<Action> move() {
    List<Instance> served =
        db().instances().stream()
            .filter(instance -> !db().floatingIpsOf(instance.port()).isEmpty())
            .toList();
    return (served.isEmpty() || chance.of(1, 2) ? any() : chance.pick(served))
        .flatMap(
            instance ->
                instance.port().migratingTo().isPresent() ? end(instance) : begin(instance));
  }

  private Optional<Action> end(Instance instance) {
    return Optional.of(
        new InstanceActions.Migrate(
            instance.name(),
            Optional.empty(),
            chance.of(2, 3) ? MigrationPhase.FINISH : MigrationPhase.ABORT));
  }

  private Optional<Action> begin(Instance instance) {
    List<String> others =
        cluster.hosts().stream()
            .map(ComputeHost::name)
            .filter(name -> !instance.host().equals(Optional.of(name)))
            .toList();
    Optional<String> to = chance.pick(others);
    if (to.isEmpty()) {
      return Optional.empty();
    }
    String name = instance.name();
    return Optional.of(
        switch (chance.below(3)) {
          case 0 -> new InstanceActions.MoveInstance(name, hostOrNone());
          case 1 -> new InstanceActions.Migrate(name, to, MigrationPhase.START);
          default -> new InstanceActions.Migrate(name, to, MigrationPhase.WHOLE);
        });
  }

  /** Replaces the addresses that an instance may use besides; others may use the same. */
  Optional<Action> setAddressPairs() {
    return any().map(this::setAddressPairs);
  }

  private Action setAddressPairs(Instance instance) {
    List<IpAddress> pairs = new ArrayList<>();
    int count = chance.below(3);
    for (int i = 0; i < count; i++) {
      Subnet subnet = chance.oneOf(instance.port().network().subnets());
      pairs.add(subnet.cidr().address().plus(240L + chance.below(4)));
    }
    return new InstanceActions.SetAddressPairs(instance.name(), pairs.stream().distinct().toList());
  }

  Optional<Action> switchPortSecurity() {
    return any()
        .map(
            instance ->
                new InstanceActions.SetPortSecurity(
                    instance.name(), !instance.port().isPortSecurity()));
  }

  /** Tells agents again what they know of an instance's address. */
  Optional<Action> arp() {
    return any().flatMap(this::arp);
  }

  private Optional<Action> arp(Instance instance) {
    for (Router router : db().routers()) {
      for (PortAddress ip : instance.port().fixedIps()) {
        if (router.isOn(ip.subnet())) {
          return Optional.of(
              new ArpAction(
                  true, router.name(), ip.subnet().name(), ip.address(), instance.port().mac()));
        }
      }
    }
    return Optional.empty();
  }
}
