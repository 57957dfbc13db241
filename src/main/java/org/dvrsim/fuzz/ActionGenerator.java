package org.dvrsim.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.base.Errno;
import org.dvrsim.base.SimRandom;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.cluster.Instance;
import org.dvrsim.cluster.Network;
import org.dvrsim.cluster.NeutronDb;
import org.dvrsim.cluster.Port;
import org.dvrsim.cluster.PortAddress;
import org.dvrsim.cluster.Router;
import org.dvrsim.cluster.Subnet;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.ops.Schedule;
import org.dvrsim.ops.Switching;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.ArpAction;
import org.dvrsim.scenario.FaultAction;
import org.dvrsim.scenario.FaultKind;
import org.dvrsim.scenario.FloatingIpActions;
import org.dvrsim.scenario.HostActions;
import org.dvrsim.scenario.InstanceActions;
import org.dvrsim.scenario.NetworkActions;
import org.dvrsim.scenario.RouterActions;
import org.dvrsim.scenario.WorkersAction;

/**
 * Draws the next thing that somebody does, from what there is.
 *
 * <p>Most of what it draws the API accepts; what it refuses did nothing and is drawn anew. Weights
 * follow the history of DVR's defects: floating IPs, gateways and interfaces first.
 */
final class ActionGenerator {
  private static final int MAX_ROUTERS = 3;
  private static final int MAX_INSTANCES = 6;
  private static final int MAX_FLOATING_IPS = 5;

  /** One of how many steps begins a chain. */
  private static final int CHAIN = 25;

  private static final List<Integer> MTUS = List.of(1400, 1450, 1500);

  /** Half the time a device is not there for a moment; else something is in use, memory short. */
  private static final List<Errno> ERRNOS =
      List.of(Errno.ENODEV, Errno.ENODEV, Errno.EBUSY, Errno.ENOMEM);

  private final SimRandom random;
  private final Profile profile;
  private final Deque<Action> planned = new ArrayDeque<>();
  private int named = 10;

  ActionGenerator(SimRandom random, Profile profile) {
    this.random = random;
    this.profile = profile;
  }

  /** Returns something to do; empty if the draw came to nothing. */
  Optional<Action> draw(Cluster cluster) {
    for (ComputeHost host : cluster.hosts()) {
      boolean heals = planned.isEmpty() && random.chance(host.agent().isEmpty() ? 1 : 2, 3);
      if (!host.isSettled() && heals) {
        return Optional.of(heal(host));
      }
    }
    if (planned.isEmpty() && random.nextInt(1000) < profile.mischiefPerMille()) {
      return mischief(cluster);
    }
    boolean restart = random.nextInt(1000) < profile.restartsPerMille();
    Optional<Action> action = restart ? host(cluster) : next(cluster);
    if (!restart && random.nextInt(1000) < profile.workersPerMille()) {
      return action.flatMap(first -> workers(cluster, first));
    }
    if (random.nextInt(1000) < profile.faultsPerMille()) {
      return action.map(step -> fault(cluster, step));
    }
    return action;
  }

  private Action heal(ComputeHost host) {
    if (host.agent().isEmpty()) {
      return new HostActions.StartAgent(host.name());
    }
    return switch (random.nextInt(3)) {
      case 0 -> new HostActions.RestartAgent(host.name());
      case 1 -> new HostActions.ReviveAgent(host.name());
      default -> new HostActions.Resync(host.name());
    };
  }

  /** Something happens to a host; half of the time its routers change or go right after. */
  private Optional<Action> mischief(Cluster cluster) {
    Mischief mischief = new Mischief(random, cluster.names());
    ComputeHost host = pick(cluster.hosts()).orElseThrow();
    if (random.chance(1, 3)) {
      planned.addAll(mischief.tornFile(host));
      return Optional.ofNullable(planned.poll());
    }
    if (random.chance(1, 4)) {
      floatingIp(cluster.server().db())
          .ifPresent(fip -> planned.addAll(mischief.leftBehind(host, fip.address())));
      return Optional.ofNullable(planned.poll());
    }
    List<Action> advertised = mischief.advertise(host);
    if (!advertised.isEmpty() && random.chance(1, 2)) {
      planned.addAll(advertised);
      return Optional.ofNullable(planned.poll());
    }
    Optional<Router> router = router(cluster.server().db());
    if (random.chance(1, 2)) {
      router.map(r -> chain(cluster, r, host)).ifPresent(planned::addAll);
    }
    return mischief.vanish(host, router.map(Router::id));
  }

  /** Several things at once, on a host whose workers interrupt each other. */
  private Optional<Action> workers(Cluster cluster, Action drawn) {
    ComputeHost host = pick(cluster.hosts()).orElseThrow();
    if (host.agent().isEmpty()) {
      return Optional.empty();
    }
    List<Action> actions = new ArrayList<>();
    boolean syncs = random.chance(2, 5);
    if (syncs) {
      actions.add(
          random.chance(1, 2)
              ? new HostActions.RestartAgent(host.name())
              : new HostActions.Resync(host.name()));
    } else {
      actions.add(drawn);
    }
    if (planned.isEmpty() && random.chance(syncs ? 2 : 1, 3)) {
      router(cluster.server().db()).map(r -> chain(cluster, r, host)).ifPresent(planned::addAll);
    }
    int more = 1 + random.nextInt(3);
    for (int i = 0; i < more; i++) {
      next(cluster).filter(WorkersAction::isPossibleMeanwhile).ifPresent(actions::add);
    }
    int count = 1 + random.nextInt(3);
    Switching switching = random.chance(2, 3) ? Switching.GREENLETS : Switching.THREADS;
    return Optional.of(new WorkersAction(host.name(), count, switching, schedule(count), actions));
  }

  /**
   * A few interruptions, most of them early. Half of the time a worker has begun before the API is
   * called again, and is not done by then.
   */
  private Schedule schedule(int count) {
    List<Schedule.Switch> switches = new ArrayList<>();
    long point = 0;
    if (random.chance(1, 2)) {
      switches.add(new Schedule.Switch(++point, 1));
      point += 1 + random.nextInt(40);
      switches.add(new Schedule.Switch(point, 0));
    }
    int interruptions = 1 + random.nextInt(4);
    for (int i = 0; i < interruptions; i++) {
      point += 1 + random.nextInt(1 + random.nextInt(120));
      switches.add(new Schedule.Switch(point, random.nextInt(count + 2)));
    }
    return new Schedule(switches);
  }

  private Action fault(Cluster cluster, Action step) {
    FaultKind kind = profile.faults().get(random.nextInt(profile.faults().size()));
    Optional<Errno> errno = errno(kind);
    int nth =
        switch (kind) {
          case OP_FAILS, TWO_OPS_FAIL, OP_RETRIED, DIES_AFTER_OP ->
              1 + random.nextInt(1 + random.nextInt(errno.isPresent() ? 15 : 60));
          case OP_ALREADY_DONE -> 1 + random.nextInt(1 + random.nextInt(5));
          case RESTORE_FAILS, DIES_AT_DISK, SERVER_CALL_FAILS -> 1 + random.nextInt(4);
          case SERVER_UNREACHABLE -> 1 + random.nextInt(2);
          case MESSAGES_LOST, MESSAGES_TWICE, MESSAGES_LATE, MESSAGES_REVERSED -> 1;
        };
    String host = pick(cluster.hosts()).orElseThrow().name();
    return new FaultAction(host, kind, nth, errno, step);
  }

  /** What the kernel answers to an op that fails; most fail without an answer of its. */
  private Optional<Errno> errno(FaultKind kind) {
    return (kind == FaultKind.OP_FAILS || kind == FaultKind.OP_RETRIED) && random.chance(1, 2)
        ? Optional.of(ERRNOS.get(random.nextInt(ERRNOS.size())))
        : Optional.empty();
  }

  /** Goes on with what was begun, or with something new. */
  private Optional<Action> next(Cluster cluster) {
    if (planned.isEmpty() && random.chance(1, CHAIN)) {
      chain(cluster).ifPresent(planned::addAll);
    }
    return planned.isEmpty() ? api(cluster) : Optional.of(planned.remove());
  }

  /** Several things in a row that somebody does to one router. */
  private Optional<List<Action>> chain(Cluster cluster) {
    ComputeHost host = pick(cluster.hosts()).orElseThrow();
    return router(cluster.server().db()).map(router -> chain(cluster, router, host));
  }

  /** Several things in a row that somebody does to a router, with an eye on one host. */
  private List<Action> chain(Cluster cluster, Router router, ComputeHost host) {
    NeutronDb db = cluster.server().db();
    return switch (random.nextInt(6)) {
      case 0 -> Chains.teardown(db, router);
      case 1 -> Chains.gatewayAnew(db, router);
      case 2 -> Chains.offAndOn(router);
      default -> Chains.leave(db, router, host.name());
    };
  }

  private Optional<Action> api(Cluster cluster) {
    NeutronDb db = cluster.server().db();
    int kind = random.nextInt(100);
    if (kind < 6) {
      Optional<Action> move = router(db).flatMap(router -> moveSnat(router, cluster));
      if (move.isPresent()) {
        return move;
      }
    }
    if (kind < 18) {
      return associate(db);
    }
    if (kind < 27) {
      return floatingIp(db).map(fip -> new FloatingIpActions.Disassociate(fip.name()));
    }
    if (kind < 38) {
      return router(db).flatMap(router -> gateway(db, router));
    }
    if (kind < 45) {
      return router(db)
          .filter(router -> router.gatewayPort().isPresent())
          .map(router -> new RouterActions.ClearGateway(router.name()));
    }
    if (kind < 55) {
      return router(db).flatMap(router -> attach(db, router));
    }
    if (kind < 62) {
      return router(db).flatMap(this::detach);
    }
    if (kind < 70) {
      return instance(db, cluster);
    }
    if (kind < 76) {
      return pick(db.instances()).flatMap(instance -> move(instance, cluster));
    }
    if (kind < 80) {
      return router(db).map(this::routes);
    }
    if (kind < 85) {
      return createOrDeleteRouter(db);
    }
    if (kind < 89) {
      return createOrDeleteFloatingIp(db);
    }
    return rare(db, kind);
  }

  private Optional<Action> host(Cluster cluster) {
    return pick(cluster.hosts())
        .map(
            host -> {
              if (host.agent().isEmpty()) {
                return new HostActions.StartAgent(host.name());
              }
              return switch (random.nextInt(4)) {
                case 0 -> new HostActions.Resync(host.name());
                case 1, 2 -> {
                  whileAway(cluster, host);
                  yield new HostActions.StopAgent(host.name());
                }
                default -> new HostActions.RestartAgent(host.name());
              };
            });
  }

  /** Plans what happens before a stopped agent starts again, its SNAT moving off not least. */
  private void whileAway(Cluster cluster, ComputeHost host) {
    if (!planned.isEmpty() || random.chance(1, 3)) {
      return;
    }
    for (Router router : cluster.server().db().routers()) {
      if (router.snatHost().equals(Optional.of(host.name())) && random.chance(1, 3)) {
        moveSnat(router, cluster).ifPresent(planned::add);
      }
    }
    if (random.chance(1, 2)) {
      chain(cluster).ifPresent(planned::addAll);
    } else if (planned.isEmpty()) {
      api(cluster).ifPresent(planned::add);
    }
    planned.add(new HostActions.StartAgent(host.name()));
  }

  private Optional<Action> rare(NeutronDb db, int kind) {
    if (kind < 91) {
      return pick(db.instances()).flatMap(instance -> arp(instance, db));
    }
    if (kind < 95) {
      return pick(db.networks())
          .map(network -> new NetworkActions.SetMtu(network.name(), MTUS.get(random.nextInt(3))));
    }
    if (kind == 95) {
      return router(db)
          .filter(router -> router.gatewayPort().isPresent())
          .map(router -> new RouterActions.SetSnat(router.name(), !router.isSnatEnabled()));
    }
    if (kind == 96) {
      return router(db)
          .map(router -> new RouterActions.SetRouterUp(router.name(), !router.isAdminStateUp()));
    }
    if (kind == 97) {
      return pick(db.networks()).map(network -> new NetworkActions.DeleteNetwork(network.name()));
    }
    return subnetGateway(db);
  }

  /** An external subnet's gateway moves, or there is none any more. */
  private Optional<Action> subnetGateway(NeutronDb db) {
    List<Subnet> external = new ArrayList<>();
    for (Network network : db.networks()) {
      if (network.isExternal()) {
        external.addAll(network.subnets());
      }
    }
    return pick(external)
        .map(
            subnet ->
                new NetworkActions.SetSubnet(
                    subnet.name(),
                    Optional.of(
                        random.chance(1, 3)
                            ? "none"
                            : subnet.cidr().address().plus(250L + random.nextInt(3)).toString()),
                    Optional.empty()));
  }

  private Optional<Action> moveSnat(Router router, Cluster cluster) {
    List<ComputeHost> others = new ArrayList<>();
    for (ComputeHost host : cluster.hosts()) {
      boolean possible =
          host.mode() == AgentMode.DVR_SNAT && !router.snatHost().equals(Optional.of(host.name()));
      addIf(others, host, possible && router.gatewayPort().isPresent());
    }
    return pick(others).map(host -> new RouterActions.MoveSnat(router.name(), host.name()));
  }

  /** Tells agents again what they know of an instance's address. */
  private Optional<Action> arp(Instance instance, NeutronDb db) {
    for (Router router : db.routers()) {
      for (Port own : router.interfaces()) {
        for (PortAddress ip : instance.port().fixedIps()) {
          if (own.fixedIps().stream().anyMatch(other -> other.subnet() == ip.subnet())) {
            return Optional.of(
                new ArpAction(
                    true, router.name(), ip.subnet().name(), ip.address(), instance.port().mac()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Action> associate(NeutronDb db) {
    Optional<FloatingIp> fip = floatingIp(db);
    Optional<Instance> instance = pick(db.instances());
    if (fip.isEmpty() || instance.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FloatingIpActions.Associate(fip.get().name(), instance.get().name(), Optional.empty()));
  }

  private Optional<Action> gateway(NeutronDb db, Router router) {
    List<Network> external = new ArrayList<>();
    db.networks().forEach(network -> addIf(external, network, network.isExternal()));
    return pick(external)
        .map(
            network ->
                new RouterActions.SetGateway(
                    router.name(), network.name(), gatewayAddresses(router, network)));
  }

  /** Other addresses where the router has its gateway already; otherwise any. */
  private List<IpAddress> gatewayAddresses(Router router, Network network) {
    List<IpAddress> addresses = new ArrayList<>();
    router
        .gatewayPort()
        .filter(port -> port.network() == network)
        .ifPresent(
            port ->
                port.fixedIps()
                    .forEach(
                        ip ->
                            addresses.add(
                                ip.subnet().cidr().address().plus(150L + random.nextInt(20)))));
    return addresses;
  }

  private Optional<Action> attach(NeutronDb db, Router router) {
    List<Subnet> subnets = new ArrayList<>();
    for (Network network : db.networks()) {
      if (!network.isExternal()) {
        subnets.addAll(network.subnets());
      }
    }
    return pick(subnets)
        .map(
            subnet ->
                new RouterActions.AttachInterface(
                    router.name(), subnet.name(), address(db, subnet)));
  }

  /** The gateway's address is free for the first router on a subnet only. */
  private Optional<IpAddress> address(NeutronDb db, Subnet subnet) {
    for (Router router : db.routers()) {
      for (Port port : router.interfaces()) {
        if (port.fixedIps().stream().anyMatch(ip -> ip.subnet() == subnet)) {
          return Optional.of(subnet.cidr().address().plus(200L + random.nextInt(20)));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Action> detach(Router router) {
    return pick(router.interfaces())
        .flatMap(port -> pick(port.fixedIps()))
        .map(ip -> new RouterActions.DetachInterface(router.name(), ip.subnet().name()));
  }

  private Optional<Action> instance(NeutronDb db, Cluster cluster) {
    if (db.instances().size() >= MAX_INSTANCES || random.chance(1, 2)) {
      return pick(db.instances())
          .map(instance -> new InstanceActions.DeleteInstance(instance.name()));
    }
    List<Network> tenants = new ArrayList<>();
    db.networks().forEach(network -> addIf(tenants, network, !network.isExternal()));
    return pick(tenants)
        .map(
            network ->
                new InstanceActions.CreateInstance(
                    "vm" + named++, network.name(), hostOrNone(cluster), List.of()));
  }

  private Optional<String> hostOrNone(Cluster cluster) {
    return random.chance(1, 8) ? Optional.empty() : pick(cluster.hosts()).map(ComputeHost::name);
  }

  private Optional<Action> move(Instance instance, Cluster cluster) {
    Optional<String> to = pick(cluster.hosts()).map(ComputeHost::name);
    if (instance.port().migratingTo().isPresent()) {
      return Optional.of(
          new InstanceActions.Migrate(
              instance.name(),
              Optional.empty(),
              random.chance(2, 3)
                  ? InstanceActions.MigrationPhase.FINISH
                  : InstanceActions.MigrationPhase.ABORT));
    }
    if (to.equals(instance.host())) {
      return Optional.empty();
    }
    return switch (random.nextInt(3)) {
      case 0 -> Optional.of(new InstanceActions.MoveInstance(instance.name(), hostOrNone(cluster)));
      case 1 ->
          Optional.of(
              new InstanceActions.Migrate(
                  instance.name(), to, InstanceActions.MigrationPhase.START));
      default ->
          Optional.of(
              new InstanceActions.Migrate(
                  instance.name(), to, InstanceActions.MigrationPhase.WHOLE));
    };
  }

  private Action routes(Router router) {
    List<ExtraRoute> routes = new ArrayList<>();
    List<Subnet> near = new ArrayList<>();
    router.interfaces().forEach(port -> port.fixedIps().forEach(ip -> near.add(ip.subnet())));
    router.gatewayPort().ifPresent(port -> port.fixedIps().forEach(ip -> near.add(ip.subnet())));
    near.removeIf(subnet -> !subnet.cidr().address().isV4());
    int count = random.nextInt(3);
    for (int i = 0; i < count && !near.isEmpty(); i++) {
      Subnet subnet = near.get(random.nextInt(near.size()));
      routes.add(
          new ExtraRoute(
              IpPrefix.parse("192.0." + (1 + random.nextInt(2)) + ".0/24"),
              subnet.cidr().address().plus(240L + random.nextInt(3))));
    }
    return new RouterActions.SetRoutes(router.name(), routes.stream().distinct().toList());
  }

  private Optional<Action> createOrDeleteRouter(NeutronDb db) {
    if (db.routers().size() < MAX_ROUTERS && random.chance(1, 2)) {
      return Optional.of(new RouterActions.CreateRouter("r" + named++));
    }
    return router(db).map(router -> new RouterActions.DeleteRouter(router.name()));
  }

  private Optional<Action> createOrDeleteFloatingIp(NeutronDb db) {
    if (db.floatingIps().size() < MAX_FLOATING_IPS && random.chance(2, 3)) {
      List<Network> external = new ArrayList<>();
      db.networks().forEach(network -> addIf(external, network, network.isExternal()));
      return pick(external)
          .map(
              network ->
                  new FloatingIpActions.CreateFloatingIp(
                      "fip" + named++, network.name(), Optional.empty(), Optional.empty()));
    }
    return floatingIp(db).map(fip -> new FloatingIpActions.DeleteFloatingIp(fip.name()));
  }

  private Optional<Router> router(NeutronDb db) {
    return pick(db.routers());
  }

  private Optional<FloatingIp> floatingIp(NeutronDb db) {
    return pick(db.floatingIps());
  }

  private <T> Optional<T> pick(Collection<T> all) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int index = random.nextInt(all.size());
    for (T one : all) {
      if (index-- == 0) {
        return Optional.of(one);
      }
    }
    throw new IllegalStateException();
  }

  private static <T> void addIf(List<T> list, T element, boolean wanted) {
    if (wanted) {
      list.add(element);
    }
  }
}
