package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the server knows: every resource by its name, in order of creation.
 *
 * <p>Only {@link NeutronServer}'s parts change it; all else reads.
 */
public final class NeutronDb {
  private final ChangeCount changes = new ChangeCount();
  private final ChangeCount placeChanges = new ChangeCount(changes);
  private final ChangeCount portChanges = new ChangeCount(placeChanges);
  private final Map<String, AgentRecord> agents = new LinkedHashMap<>();
  private final Map<String, Network> networks = new LinkedHashMap<>();
  private final Map<String, Subnet> subnets = new LinkedHashMap<>();
  private final Map<String, Router> routers = new LinkedHashMap<>();
  private final Map<String, Router> routersById = new LinkedHashMap<>();
  private final Map<String, Instance> instances = new LinkedHashMap<>();
  private final Map<String, FloatingIp> floatingIps = new LinkedHashMap<>();
  private final Map<String, Port> ports = new LinkedHashMap<>();
  private final Map<String, AddressScope> addressScopes = new LinkedHashMap<>();
  private final Map<String, Network> networksById = new HashMap<>();
  private final Map<String, Subnet> subnetsById = new HashMap<>();
  private final Map<String, FloatingIp> floatingIpsById = new HashMap<>();
  private final Map<String, Map<String, Port>> portsByNetwork = new HashMap<>();

  private final Collection<AgentRecord> agentsView =
      Collections.unmodifiableCollection(agents.values());
  private final Collection<Network> networksView =
      Collections.unmodifiableCollection(networks.values());
  private final Collection<Router> routersView =
      Collections.unmodifiableCollection(routers.values());
  private final Collection<Instance> instancesView =
      Collections.unmodifiableCollection(instances.values());
  private final Collection<FloatingIp> floatingIpsView =
      Collections.unmodifiableCollection(floatingIps.values());
  private final Collection<Port> portsView = Collections.unmodifiableCollection(ports.values());

  NeutronDb() {}

  /**
   * Returns a number that grows whenever anything that the server knows changes. What is worked out
   * from the database alone holds as long as it stays the same.
   */
  public long version() {
    return changes.count();
  }

  /** Returns a number that grows whenever a port, a network or a subnet changes. */
  public long portsVersion() {
    return portChanges.count();
  }

  /** Returns where resources count their changes. */
  ChangeCount changes() {
    return changes;
  }

  /**
   * Returns where routers and instances count that they come, go and are connected, and all else
   * that decides which host has which router; ports and networks among it.
   */
  ChangeCount placeChanges() {
    return placeChanges;
  }

  /** Returns where ports, and networks with their subnets, count their changes. */
  ChangeCount portChanges() {
    return portChanges;
  }

  /** Returns the L3 agents, one for each host, in order of creation. */
  public Collection<AgentRecord> agents() {
    return agentsView;
  }

  /** Returns the networks in order of creation. */
  public Collection<Network> networks() {
    return networksView;
  }

  /** Returns the routers in order of creation. */
  public Collection<Router> routers() {
    return routersView;
  }

  /** Returns the instances in order of creation. */
  public Collection<Instance> instances() {
    return instancesView;
  }

  /** Returns the floating IPs in order of creation, associated or not. */
  public Collection<FloatingIp> floatingIps() {
    return floatingIpsView;
  }

  /** Returns the ports of all kinds in order of creation. */
  public Collection<Port> ports() {
    return portsView;
  }

  /** Returns the L3 agent on the host {@code host}, if there is one. */
  public Optional<AgentRecord> findAgent(String host) {
    return Optional.ofNullable(agents.get(host));
  }

  /** Returns the router with the id {@code id}, if there is one. */
  public Optional<Router> findRouterById(String id) {
    return Optional.ofNullable(routersById.get(id));
  }

  /** Returns the floating IP called {@code name}, if there is one. */
  public Optional<FloatingIp> findFloatingIp(String name) {
    return Optional.ofNullable(floatingIps.get(name));
  }

  /** Returns the floating IPs of {@code router} in order of creation. */
  public List<FloatingIp> floatingIpsOf(Router router) {
    List<FloatingIp> found = new ArrayList<>();
    for (FloatingIp fip : floatingIps.values()) {
      if (fip.isOf(router)) {
        found.add(fip);
      }
    }
    return found;
  }

  /** Returns the floating IPs that are associated with {@code port}. */
  public List<FloatingIp> floatingIpsOf(Port port) {
    List<FloatingIp> found = new ArrayList<>();
    for (FloatingIp fip : floatingIps.values()) {
      if (fip.port().isPresent() && fip.port().get() == port) {
        found.add(fip);
      }
    }
    return found;
  }

  /** Returns the address of {@code agent} on {@code network}, if it has been given one. */
  public Optional<Port> agentGatewayPort(AgentRecord agent, Network network) {
    return Optional.ofNullable(agent.gatewayPorts().get(network.id()));
  }

  /** Returns the ports of {@code network} in order of creation. */
  Collection<Port> portsOn(Network network) {
    return Collections.unmodifiableCollection(
        portsByNetwork.getOrDefault(network.id(), Map.of()).values());
  }

  List<Port> ports(Predicate<Port> wanted) {
    List<Port> found = new ArrayList<>();
    for (Port port : ports.values()) {
      if (wanted.test(port)) {
        found.add(port);
      }
    }
    return found;
  }

  AgentRecord agent(String host) {
    return get(agents, host, "host");
  }

  Network network(String name) {
    return get(networks, name, "network");
  }

  Subnet subnet(String name) {
    return get(subnets, name, "subnet");
  }

  Router router(String name) {
    return get(routers, name, "router");
  }

  Instance instance(String name) {
    return get(instances, name, "instance");
  }

  FloatingIp floatingIp(String name) {
    return get(floatingIps, name, "floating IP");
  }

  AddressScope addressScope(String name, IdFactory ids) {
    return addressScopes.computeIfAbsent(
        name, n -> new AddressScope(n, ids.newId(ResourceKind.ADDRESS_SCOPE, n)));
  }

  Optional<Subnet> findSubnetById(String id) {
    return Optional.ofNullable(subnetsById.get(id));
  }

  Optional<Network> findNetworkById(String id) {
    return Optional.ofNullable(networksById.get(id));
  }

  /** Returns the floating IP with the id {@code id}, if there is one. */
  public Optional<FloatingIp> findFloatingIpById(String id) {
    return Optional.ofNullable(floatingIpsById.get(id));
  }

  void add(AgentRecord agent) {
    changes.changed();
    put(agents, agent.host(), agent, "host");
  }

  void add(Network network) {
    portChanges.changed();
    put(networks, network.name(), network, "network");
    networksById.put(network.id(), network);
  }

  void add(Subnet subnet) {
    portChanges.changed();
    put(subnets, subnet.name(), subnet, "subnet");
    subnetsById.put(subnet.id(), subnet);
    subnet.network().add(subnet);
  }

  void add(Router router) {
    placeChanges.changed();
    put(routers, router.name(), router, "router");
    routersById.put(router.id(), router);
  }

  void add(Instance instance) {
    placeChanges.changed();
    put(instances, instance.name(), instance, "instance");
  }

  void add(FloatingIp fip) {
    fip.changed();
    put(floatingIps, fip.name(), fip, "floating IP");
    floatingIpsById.put(fip.id(), fip);
  }

  void add(Port port) {
    portChanges.changed();
    ports.put(port.id(), port);
    portsByNetwork
        .computeIfAbsent(port.network().id(), id -> new LinkedHashMap<>())
        .put(port.id(), port);
  }

  /** Removes {@code port} and gives its addresses back. */
  void remove(Port port) {
    portChanges.changed();
    ports.remove(port.id());
    portsByNetwork.getOrDefault(port.network().id(), new LinkedHashMap<>()).remove(port.id());
    for (PortAddress ip : port.fixedIps()) {
      ip.subnet().release(ip.address());
    }
  }

  void remove(Network network) {
    portChanges.changed();
    networks.remove(network.name());
    networksById.remove(network.id());
    for (Subnet subnet : network.subnets()) {
      subnets.remove(subnet.name());
      subnetsById.remove(subnet.id());
    }
  }

  void remove(Router router) {
    placeChanges.changed();
    routers.remove(router.name());
    routersById.remove(router.id());
  }

  void remove(Instance instance) {
    placeChanges.changed();
    instances.remove(instance.name());
  }

  void remove(FloatingIp fip) {
    fip.changed();
    floatingIps.remove(fip.name());
    floatingIpsById.remove(fip.id());
  }

  /**
   * Checks that nothing of that kind bears {@code name} yet.
   *
   * @throws ApiRefusedException if something does
   */
  void checkNew(ResourceKind kind, String name) {
    Map<String, ?> named =
        switch (kind) {
          case NETWORK -> networks;
          case SUBNET -> subnets;
          case ROUTER -> routers;
          case INSTANCE -> instances;
          case FLOATING_IP -> floatingIps;
          case AGENT, ADDRESS_SCOPE -> throw new IllegalArgumentException("no call makes " + kind);
        };
    if (named.containsKey(name)) {
      throw new ApiRefusedException("there is already a " + kind + " " + name);
    }
  }

  private static <T> T get(Map<String, T> map, String name, String kind) {
    T found = map.get(name);
    if (found == null) {
      throw new UnknownNameException("there is no " + kind + " " + name);
    }
    return found;
  }

  private static <T> void put(Map<String, T> map, String name, T value, String kind) {
    if (map.containsKey(name)) {
      throw new ApiRefusedException("there is already a " + kind + " " + name);
    }
    map.put(name, value);
  }
}
