package org.dvrsim.fuzz;

import java.util.List;
import java.util.Optional;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.cluster.Instance;
import org.dvrsim.cluster.Network;
import org.dvrsim.cluster.NeutronDb;
import org.dvrsim.cluster.PortAddress;
import org.dvrsim.cluster.Router;
import org.dvrsim.net.IpAddress;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.FloatingIpActions;

/** Draws what is done with floating IPs. */
final class FloatingIpDraw {
  private static final int MAX_FLOATING_IPS = 5;

  private final Chance chance;
  private final NeutronDb db;
  private final NewNames names;

  FloatingIpDraw(Chance chance, NeutronDb db, NewNames names) {
    this.chance = chance;
    this.db = db;
    this.names = names;
  }

  /** Returns a floating IP, if there is one. */
  Optional<FloatingIp> any() {
    return chance.pick(db.floatingIps());
  }

  /**
   * Mostly with an instance that can be reached by it; with one that has it already, too, and often
   * from one straight to another by the same router.
   */
  Optional<Action> associate() {
    Optional<Action> moved = chance.of(1, 4) ? moveByRouter() : Optional.empty();
    return moved.or(this::associateAny);
  }

  private Optional<Action> moveByRouter() {
    List<FloatingIp> inUse =
        db.floatingIps().stream().filter(fip -> fip.router().isPresent()).toList();
    return chance
        .pick(inUse)
        .flatMap(fip -> chance.pick(others(fip)).map(instance -> associate(fip, instance)));
  }

  /** Returns the instances behind a floating IP's router that do not have it. */
  private List<Instance> others(FloatingIp fip) {
    Router router = fip.router().orElseThrow();
    return db.instances().stream()
        .filter(instance -> !fip.port().equals(Optional.of(instance.port())))
        .filter(instance -> isOn(router, instance))
        .toList();
  }

  private static boolean isOn(Router router, Instance instance) {
    return instance.port().fixedIps().stream().anyMatch(ip -> router.isOn(ip.subnet()));
  }

  private Action associate(FloatingIp fip, Instance instance) {
    return new FloatingIpActions.Associate(fip.name(), instance.name(), fixedAddress(instance));
  }

  private Optional<Action> associateAny() {
    return any()
        .flatMap(fip -> instanceFor(fip.network()).map(instance -> associate(fip, instance)));
  }

  /** Which address is meant has to be said where there are several. */
  private Optional<IpAddress> fixedAddress(Instance instance) {
    List<IpAddress> v4 =
        instance.port().fixedIps().stream()
            .map(PortAddress::address)
            .filter(IpAddress::isV4)
            .toList();
    return v4.size() < 2 ? Optional.empty() : chance.pick(v4);
  }

  private Optional<Instance> instanceFor(Network external) {
    List<Instance> reached =
        db.instances().stream().filter(instance -> isReached(instance, external)).toList();
    return chance.pick(chance.of(1, 12) ? db.instances() : reached);
  }

  private boolean isReached(Instance instance, Network external) {
    return db.routers().stream()
        .filter(router -> router.externalNetwork().filter(external::equals).isPresent())
        .anyMatch(router -> isOn(router, instance));
  }

  /** Mostly one that is associated. */
  Optional<Action> disassociate() {
    List<FloatingIp> inUse =
        db.floatingIps().stream().filter(fip -> fip.port().isPresent()).toList();
    return chance
        .pick(chance.of(1, 12) ? db.floatingIps() : inUse)
        .map(fip -> new FloatingIpActions.Disassociate(fip.name()));
  }

  /** Many people have a new one associated at once. */
  Optional<Action> createOrDelete() {
    if (db.floatingIps().size() < MAX_FLOATING_IPS && chance.of(2, 3)) {
      List<Network> external = db.networks().stream().filter(Network::isExternal).toList();
      return chance.pick(external).map(this::create);
    }
    return any().map(fip -> new FloatingIpActions.DeleteFloatingIp(fip.name()));
  }

  private Action create(Network network) {
    Optional<String> instance =
        chance.of(2, 3) ? instanceFor(network).map(Instance::name) : Optional.empty();
    return new FloatingIpActions.CreateFloatingIp(
        names.next("fip"), network.name(), Optional.empty(), instance);
  }
}
