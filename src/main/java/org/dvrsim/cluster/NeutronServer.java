package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.ArpTableEntry;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.agent.ServerHabit;
import org.dvrsim.net.IpAddress;

/**
 * The Neutron server: its API, by names as people use them, and its answers to agents.
 *
 * <p>Every API call either does all it should or throws {@link ApiRefusedException}. What agents
 * are to hear of it waits until {@link Cluster#deliver} is called.
 */
public final class NeutronServer {
  private final NeutronDb db = new NeutronDb();
  private final IdFactory ids = new IdFactory();
  private final DvrScheduler scheduler = new DvrScheduler(db);
  private final L3Notifier notifier = new L3Notifier(db, scheduler);
  private final PortFactory ports = new PortFactory(db, ids);
  private final AgentGateways agentGateways = new AgentGateways(db, ports);
  private final RouterPayloads payloads;
  private final Remembered<Wish, List<NeutronRouter>> told =
      new Remembered<>(db.changes(), this::tell);
  private final SubnetPorts subnetPorts;
  private final SubnetPorts subnetPortsTold;
  private final NetworkApi networks;
  private final GatewayApi gateways;
  private final RouterApi routers;
  private final InterfaceApi interfaces;
  private final InstanceApi instances;
  private final FloatingIpApi floatingIps;

  /** What the agent on a host asks for: routers by their ids, all of the host's without. */
  private record Wish(String host, List<String> routerIds) {
    Wish {
      routerIds = List.copyOf(routerIds);
    }
  }

  /** A server of Neutron 26.0.3, but for what one of an earlier release did otherwise. */
  NeutronServer(Set<ServerHabit> habits) {
    NeighbourEntries neighbours = new NeighbourEntries(db, habits);
    ApiParts parts = new ApiParts(db, ids, ports, scheduler, agentGateways, neighbours, notifier);
    payloads = new RouterPayloads(db, habits);
    subnetPorts = new SubnetPorts(db, payloads, /* unboundToo= */ false);
    subnetPortsTold =
        habits.contains(ServerHabit.PORTS_BOUND_NOWHERE)
            ? new SubnetPorts(db, payloads, /* unboundToo= */ true)
            : subnetPorts;
    networks = new NetworkApi(parts);
    gateways = new GatewayApi(parts);
    routers = new RouterApi(parts, gateways);
    interfaces = new InterfaceApi(parts);
    instances = new InstanceApi(parts);
    floatingIps = new FloatingIpApi(parts);
  }

  /** Returns what the server knows. */
  public NeutronDb db() {
    return db;
  }

  /** Returns the translator between names and ids. */
  public NameBook names() {
    return ids.names();
  }

  L3Notifier notifier() {
    return notifier;
  }

  AgentRecord registerAgent(String host, AgentMode mode) {
    AgentRecord agent =
        new AgentRecord(ids.newId(ResourceKind.AGENT, host), host, mode, db.changes());
    db.add(agent);
    return agent;
  }

  /** Returns the address scope called {@code name}, which is created when first named. */
  public AddressScope addressScope(String name) {
    return db.addressScope(name, ids);
  }

  /** Creates a network with its subnets. */
  public void createNetwork(String name, boolean external, int mtu, List<SubnetRequest> subnets) {
    networks.create(name, external, mtu, subnets);
  }

  /** Deletes a network that no port uses. */
  public void deleteNetwork(String name) {
    networks.delete(db.network(name));
  }

  /**
   * Switches port security of an instance's port on or off. That concerns the layer-2 agent alone.
   */
  public void setPortSecurity(String instance, boolean enabled) {
    db.instance(instance).port().setPortSecurity(enabled);
  }

  /** Changes the MTU of a network and tells all agents. */
  public void setMtu(String name, int mtu) {
    networks.setMtu(db.network(name), mtu);
  }

  /** Gives a subnet another default gateway, or none. */
  public void setGatewayIp(String subnet, Optional<IpAddress> gatewayIp) {
    networks.setGatewayIp(db.subnet(subnet), gatewayIp);
  }

  /** Puts a subnet into another address scope, or into none. */
  public void setAddressScope(String subnet, Optional<String> scope) {
    networks.setAddressScope(db.subnet(subnet), scope.map(this::addressScope));
  }

  /** Creates a router without gateway and interfaces. */
  public void createRouter(String name) {
    routers.create(name, false);
  }

  /**
   * Creates a router likewise that is highly available too: its SNAT is on hosts that are not
   * modelled.
   */
  public void createHaRouter(String name) {
    routers.create(name, true);
  }

  /** Deletes a router that has no interfaces. */
  public void deleteRouter(String name) {
    routers.delete(db.router(name));
  }

  /**
   * Gives a router an interface on a subnet.
   *
   * @param address the interface's address; the subnet's gateway address if empty
   */
  public void addRouterInterface(String router, String subnet, Optional<IpAddress> address) {
    interfaces.add(db.router(router), db.subnet(subnet), address);
  }

  /** Takes a router's interface on a subnet away. */
  public void removeRouterInterface(String router, String subnet) {
    interfaces.remove(db.router(router), db.subnet(subnet));
  }

  /** Switches the port of a router's interface on a subnet on or off; agents are not told. */
  public void setInterfaceUp(String router, String subnet, boolean up) {
    interfaces.setUp(db.router(router), db.subnet(subnet), up);
  }

  /** Moves a router's SNAT to another host, whose agent must be in mode {@code dvr_snat}. */
  public void moveSnat(String router, String host) {
    routers.moveSnat(db.router(router), host);
  }

  /** Sets a router's gateway, or moves it to another external network. */
  public void setGateway(String router, String network, List<IpAddress> addresses) {
    gateways.setGateway(db.router(router), Optional.of(db.network(network)), addresses);
  }

  /** Clears a router's gateway. */
  public void clearGateway(String router) {
    gateways.setGateway(db.router(router), Optional.empty(), List.of());
  }

  /** Switches SNAT by a router's gateway on or off. */
  public void setSnatEnabled(String router, boolean enabled) {
    gateways.setSnatEnabled(db.router(router), enabled);
  }

  /** Switches a router on or off. */
  public void setAdminStateUp(String router, boolean up) {
    routers.setAdminStateUp(db.router(router), up);
  }

  /** Replaces a router's static routes. */
  public void setRoutes(String router, List<ExtraRoute> routes) {
    routers.setRoutes(db.router(router), routes);
  }

  /** Boots an instance; without host, its port stays unbound. */
  public void createInstance(
      String name, String network, Optional<String> host, List<IpAddress> addresses) {
    createInstance(name, network, host, addresses, List.of());
  }

  /** Boots an instance likewise that may use further addresses, with its port's MAC. */
  public void createInstance(
      String name,
      String network,
      Optional<String> host,
      List<IpAddress> addresses,
      List<IpAddress> addressPairs) {
    instances.create(name, db.network(network), host, addresses, addressPairs);
  }

  /**
   * Replaces the further addresses that an instance may use: its port's {@code
   * allowed_address_pairs}.
   */
  public void setAddressPairs(String instance, List<IpAddress> addresses) {
    instances.setAddressPairs(db.instance(instance), addresses);
  }

  /** Deletes an instance; its floating IPs become free. */
  public void deleteInstance(String name) {
    instances.delete(db.instance(name));
  }

  /** Starts the live migration of an instance. */
  public void startMigration(String instance, String destination) {
    instances.startMigration(db.instance(instance), destination);
  }

  /** Ends the live migration of an instance, which now runs on its destination. */
  public void finishMigration(String instance) {
    instances.finishMigration(db.instance(instance));
  }

  /** Gives up the live migration of an instance. */
  public void abortMigration(String instance) {
    instances.abortMigration(db.instance(instance));
  }

  /** Binds the port of an instance to another host at once, or to none. */
  public void moveInstance(String instance, Optional<String> host) {
    instances.move(db.instance(instance), host);
  }

  /** Creates a floating IP that is associated with nothing. */
  public void createFloatingIp(String name, String network, Optional<IpAddress> address) {
    createFloatingIp(name, network, address, Optional.empty());
  }

  /**
   * Creates a floating IP.
   *
   * @param address chosen if empty
   * @param instance what it is associated with at once; empty for nothing
   */
  public void createFloatingIp(
      String name, String network, Optional<IpAddress> address, Optional<String> instance) {
    floatingIps.create(
        name, db.network(network), address, instance.map(i -> db.instance(i).port()));
  }

  /** Associates a floating IP with an instance, taking it from another if need be. */
  public void associateFloatingIp(String name, String instance, Optional<IpAddress> fixedAddress) {
    floatingIps.associate(db.floatingIp(name), db.instance(instance).port(), fixedAddress);
  }

  /** Frees a floating IP. */
  public void disassociateFloatingIp(String name) {
    floatingIps.disassociate(db.floatingIp(name));
  }

  /** Deletes a floating IP. */
  public void deleteFloatingIp(String name) {
    floatingIps.delete(db.floatingIp(name));
  }

  /** Tells all agents to add or delete an ARP entry of a router, without anything behind it. */
  public void sendArpEntry(boolean add, String router, ArpTableEntry entry) {
    if (add) {
      notifier.addArpEntry(db.router(router), entry);
    } else {
      notifier.delArpEntry(db.router(router), entry);
    }
  }

  /**
   * Returns the ids of the routers that the agent on {@code host} should have.
   *
   * <p>Models: neutron/api/rpc/handlers/l3_rpc.py:L3RpcCallback.get_router_ids, which also
   * schedules routers that have no SNAT host yet.
   */
  public List<String> routerIds(String host) {
    AgentRecord agent = db.agent(host);
    if (agent.mode() == AgentMode.DVR_SNAT) {
      db.routers().forEach(scheduler::schedule);
    }
    List<String> ids = new ArrayList<>();
    for (Router router : scheduler.routersForAgent(agent, List.of())) {
      ids.add(router.id());
    }
    return ids;
  }

  /**
   * Returns what the agent on {@code host} is told when it asks for routers.
   *
   * <p>Models: neutron/api/rpc/handlers/l3_rpc.py:L3RpcCallback.sync_routers. Routers that are
   * switched off, deleted or not this host's are missing; those connected to the wanted ones are
   * there too. They come in the order of their ids, as from the database, which is asked for no
   * other (neutron/db/l3_db.py:L3_NAT_dbonly_mixin._get_sync_routers): the one asked for is not
   * always the first.
   *
   * @param routerIds the routers asked for; all of the host's if empty
   * @return the same object as long as nothing that the server knows changes
   */
  public List<NeutronRouter> syncRouters(String host, List<String> routerIds) {
    return told.of(new Wish(host, routerIds));
  }

  private List<NeutronRouter> tell(Wish wish) {
    AgentRecord agent = db.agent(wish.host());
    List<Router> wanted = new ArrayList<>();
    wish.routerIds().forEach(id -> db.findRouterById(id).ifPresent(wanted::add));
    if (!wish.routerIds().isEmpty() && wanted.isEmpty()) {
      return List.of();
    }
    List<Router> found = new ArrayList<>(scheduler.routersForAgent(agent, wanted));
    found.sort(Comparator.comparing(Router::id));
    List<NeutronRouter> built = new ArrayList<>(found.size());
    for (Router router : found) {
      if (router.isAdminStateUp()) {
        built.add(payloads.router(router, agent));
      }
    }
    return List.copyOf(built);
  }

  /** Returns the ports with an address from a subnet that are bound, or a router's. */
  public List<NeutronPort> portsBySubnet(String subnetId) {
    return subnetPorts.of(subnetId);
  }

  /** Returns what agents are told of the ports with an address from a subnet. */
  List<NeutronPort> portsBySubnetTold(String subnetId) {
    return subnetPortsTold.of(subnetId);
  }

  /**
   * Returns the address of {@code host} on an external network, which is given one if it has none.
   *
   * <p>Models: neutron/api/rpc/handlers/l3_rpc.py:L3RpcCallback.get_agent_gateway_port
   */
  public Optional<NeutronPort> agentGatewayPort(String host, String networkId) {
    return db.findNetworkById(networkId)
        .flatMap(network -> agentGateways.createIfNotExists(network, host))
        .map(port -> payloads.port(port, port.host()));
  }

  /** Models: neutron/api/rpc/handlers/l3_rpc.py:L3RpcCallback.delete_agent_gateway_port */
  public void deleteAgentGatewayPort(String host, String networkId) {
    db.findNetworkById(networkId).ifPresent(network -> agentGateways.delete(host, network));
  }

  /**
   * Notes what the agent on a host says of a floating IP.
   *
   * <p>Models: neutron/api/rpc/handlers/l3_rpc.py:L3RpcCallback.update_floatingip_statuses
   */
  public void updateFloatingIpStatus(String floatingIpId, String status, String host) {
    db.findFloatingIpById(floatingIpId).ifPresent(fip -> fip.setStatus(status, host));
  }

  /** Models the second half of L3RpcCallback.update_floatingip_statuses. */
  public void disableDisassociatedFloatingIps(String routerId) {
    for (FloatingIp fip : db.floatingIps()) {
      boolean wasHere = fip.lastKnownRouter().filter(r -> r.id().equals(routerId)).isPresent();
      if (wasHere && fip.router().isEmpty()) {
        fip.setStatus("DOWN", "");
      }
    }
  }
}
