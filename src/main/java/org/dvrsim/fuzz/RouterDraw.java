package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.Network;
import org.dvrsim.cluster.NeutronDb;
import org.dvrsim.cluster.Port;
import org.dvrsim.cluster.Router;
import org.dvrsim.cluster.Subnet;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.RouterActions;

/** Draws what is done to routers. */
final class RouterDraw {
  private static final int MAX_ROUTERS = 3;

  private final Chance chance;
  private final Cluster cluster;
  private final NewNames names;

  RouterDraw(Chance chance, Cluster cluster, NewNames names) {
    this.chance = chance;
    this.cluster = cluster;
    this.names = names;
  }

  /** Returns a router, if there is one. */
  Optional<Router> any() {
    return chance.pick(db().routers());
  }

  private NeutronDb db() {
    return cluster.server().db();
  }

  Optional<Action> createOrDelete() {
    if (db().routers().size() < MAX_ROUTERS && chance.of(1, 2)) {
      return Optional.of(new RouterActions.CreateRouter(names.next("r")));
    }
    List<Router> free =
        db().routers().stream().filter(router -> router.interfaces().isEmpty()).toList();
    return chance.pick(free).map(router -> new RouterActions.DeleteRouter(router.name()));
  }

  /**
   * Sets up a router as whoever creates a stack does: with a subnet and a gateway; or what of that
   * is not there yet.
   */
  List<Action> setUp() {
    List<Action> actions = new ArrayList<>();
    boolean anew = db().routers().size() < MAX_ROUTERS;
    String name = anew ? names.next("r") : any().orElseThrow().name();
    if (anew) {
      actions.add(new RouterActions.CreateRouter(name));
    }
    chance
        .pick(tenantSubnets())
        .ifPresent(
            subnet ->
                actions.add(
                    new RouterActions.AttachInterface(name, subnet.name(), address(subnet))));
    chance
        .pick(external())
        .ifPresent(
            network ->
                actions.add(
                    anew ? 1 + chance.below(actions.size()) : chance.below(actions.size() + 1),
                    new RouterActions.SetGateway(name, network.name(), List.of())));
    return actions;
  }

  Optional<Action> setGateway() {
    return any()
        .flatMap(
            router ->
                chance
                    .pick(external())
                    .map(
                        network ->
                            new RouterActions.SetGateway(
                                router.name(), network.name(), gatewayAddresses(router, network))));
  }

  private List<Network> external() {
    return db().networks().stream().filter(Network::isExternal).toList();
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
                                ip.subnet().cidr().address().plus(150L + chance.below(20)))));
    return addresses;
  }

  Optional<Action> clearGateway() {
    return withGateway().map(router -> new RouterActions.ClearGateway(router.name()));
  }

  private Optional<Router> withGateway() {
    return any().filter(router -> router.gatewayPort().isPresent());
  }

  Optional<Action> switchSnat() {
    return withGateway()
        .map(router -> new RouterActions.SetSnat(router.name(), !router.isSnatEnabled()));
  }

  Optional<Action> switchRouter() {
    return any()
        .map(router -> new RouterActions.SetRouterUp(router.name(), !router.isAdminStateUp()));
  }

  /** Switches the port of an interface, of which no agent is told. */
  Optional<Action> switchInterface() {
    return any()
        .flatMap(
            router ->
                chance
                    .pick(router.interfaces())
                    .map(
                        port ->
                            new RouterActions.SetInterfaceUp(
                                router.name(),
                                port.fixedIps().get(0).subnet().name(),
                                !port.isAdminStateUp())));
  }

  /** Takes one of a router's interfaces away and adds one again; see {@link Chains}. */
  List<Action> interfaceAnew(Router router) {
    return chance
        .pick(router.interfaces())
        .map(port -> port.fixedIps().get(0).subnet())
        .map(subnet -> Chains.interfaceAnew(db(), router, subnet))
        .orElse(List.of());
  }

  /**
   * Switches an interface's port off and on again. Agents see either with an update of the router,
   * as a call that changes nothing brings about.
   */
  List<Action> interfaceOffAndOn(Router router) {
    List<Action> actions = new ArrayList<>();
    chance
        .pick(router.interfaces())
        .map(port -> port.fixedIps().get(0).subnet().name())
        .ifPresent(
            subnet -> {
              actions.add(new RouterActions.SetInterfaceUp(router.name(), subnet, false));
              actions.add(new RouterActions.SetRouterUp(router.name(), router.isAdminStateUp()));
              actions.add(new RouterActions.SetInterfaceUp(router.name(), subnet, true));
              actions.add(new RouterActions.SetRouterUp(router.name(), router.isAdminStateUp()));
            });
    return actions;
  }

  Optional<Action> moveSnat() {
    return any().flatMap(this::moveSnat);
  }

  /** Another host gets a router's SNAT; empty if there is none that may. */
  Optional<Action> moveSnat(Router router) {
    List<ComputeHost> others =
        cluster.hosts().stream()
            .filter(host -> host.mode() == AgentMode.DVR_SNAT)
            .filter(host -> !router.snatHost().equals(Optional.of(host.name())))
            .toList();
    return router.gatewayPort().isEmpty()
        ? Optional.empty()
        : chance.pick(others).map(host -> new RouterActions.MoveSnat(router.name(), host.name()));
  }

  Optional<Action> attach() {
    return any()
        .flatMap(
            router ->
                chance
                    .pick(tenantSubnets().stream().filter(sub -> !router.isOn(sub)).toList())
                    .map(
                        subnet ->
                            new RouterActions.AttachInterface(
                                router.name(), subnet.name(), address(subnet))));
  }

  private List<Subnet> tenantSubnets() {
    List<Subnet> subnets = new ArrayList<>();
    for (Network network : db().networks()) {
      if (!network.isExternal()) {
        subnets.addAll(network.subnets());
      }
    }
    return subnets;
  }

  /** The gateway's address is free for the first router on a subnet only. */
  private Optional<IpAddress> address(Subnet subnet) {
    return db().routers().stream().anyMatch(router -> router.isOn(subnet))
        ? Optional.of(subnet.cidr().address().plus(200L + chance.below(20)))
        : Optional.empty();
  }

  Optional<Action> detach() {
    return any()
        .flatMap(
            router ->
                chance
                    .pick(router.interfaces())
                    .flatMap(port -> chance.pick(port.fixedIps()))
                    .map(
                        ip ->
                            new RouterActions.DetachInterface(router.name(), ip.subnet().name())));
  }

  Optional<Action> routes() {
    return any().map(this::routes);
  }

  private Action routes(Router router) {
    List<ExtraRoute> routes = new ArrayList<>();
    List<Subnet> near = new ArrayList<>();
    for (Port port : router.interfaces()) {
      port.fixedIps().forEach(ip -> near.add(ip.subnet()));
    }
    router.gatewayPort().ifPresent(port -> port.fixedIps().forEach(ip -> near.add(ip.subnet())));
    int count = chance.below(3);
    for (int i = 0; i < count && !near.isEmpty(); i++) {
      Subnet subnet = chance.oneOf(near);
      IpAddress first = subnet.cidr().address();
      String destination = first.isV4() ? "192.0.%d.0/24" : "2001:db8:f%d::/64";
      routes.add(
          new ExtraRoute(
              IpPrefix.parse(destination.formatted(1 + chance.below(2))),
              first.plus(240L + chance.below(3))));
    }
    return new RouterActions.SetRoutes(router.name(), routes.stream().distinct().toList());
  }
}
