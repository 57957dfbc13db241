package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.AddressScopes;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.AllowedAddressPair;
import org.dvrsim.agent.ExternalGatewayInfo;
import org.dvrsim.agent.FixedIp;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.agent.NeutronSubnet;
import org.dvrsim.agent.ServerHabit;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;

/**
 * Builds what the server sends an agent about routers and ports.
 *
 * <p>Models: neutron/db/l3_dvr_db.py:_DVRAgentInterfaceMixin._get_dvr_sync_data,
 * neutron/db/l3_db.py:L3_NAT_dbonly_mixin._populate_mtu_and_subnets_for_ports
 */
final class RouterPayloads {
  /** Models: neutron_lib/constants.py:FLOATING_IP_HOST_UNBOUND */
  private static final String HOST_UNBOUND = "FLOATING_IP_HOST_UNBOUND";

  /** Models: neutron_lib/constants.py:FLOATING_IP_HOST_NEEDS_BINDING */
  private static final String HOST_NEEDS_BINDING = "FLOATING_IP_HOST_NEEDS_BINDING";

  private final NeutronDb db;
  private final boolean tellsAll;
  private final boolean leavesHostsOut;

  RouterPayloads(NeutronDb db, Set<ServerHabit> habits) {
    this.db = db;
    this.tellsAll = habits.contains(ServerHabit.FLOATING_IPS_OF_ALL_HOSTS);
    this.leavesHostsOut = habits.contains(ServerHabit.FLOATING_IPS_WITHOUT_HOST);
  }

  /** Returns what {@code agent} is told about {@code router}. */
  NeutronRouter router(Router router, AgentRecord agent) {
    RouterPayload known = agent.payloadOrNull(router);
    long agents = agent.changes() + db.agents().size();
    long ports = portChanges(router, agent);
    if (known == null || !known.isOf(router.changes(), agents, ports)) {
      known = new RouterPayload(build(router, agent), router.changes(), agents, ports);
      agent.setPayload(router, known);
    }
    return known.told();
  }

  /** Returns how often the ports changed that say something about a router, and their networks. */
  private long portChanges(Router router, AgentRecord agent) {
    long sum = router.gatewayPort().isPresent() ? changes(router.gatewayPort().get()) : 0;
    for (Port port : router.interfaces()) {
      sum += changes(port);
    }
    for (Port port : router.snatPorts()) {
      sum += changes(port);
    }
    for (Port port : agent.gatewayPorts().values()) {
      sum += changes(port);
    }
    for (FloatingIp fip : db.floatingIps()) {
      if (fip.isOf(router)) {
        sum += changes(fip.port().orElseThrow());
      }
    }
    return sum;
  }

  private static long changes(Port port) {
    return port.changes() + port.network().changes();
  }

  /** Returns what {@code agent} is told about {@code router}, put together anew. */
  NeutronRouter build(Router router, AgentRecord agent) {
    boolean hasGateway = router.gatewayPort().isPresent();
    Optional<String> gatewayHost = hasGateway ? router.snatHost() : Optional.empty();
    return new NeutronRouter(
        router.id(),
        router.name(),
        /* distributed= */ true,
        router.isHa(),
        router.isAdminStateUp(),
        router.isSnatEnabled(),
        router.gatewayPort().map(port -> port(port, gatewayHost)),
        gatewayHost,
        router
            .externalNetwork()
            .map(
                network ->
                    new ExternalGatewayInfo(Optional.of(network.id()), router.isSnatEnabled())),
        router.routes(),
        ports(router.interfaces(), Optional.empty()),
        hasGateway ? ports(router.snatPorts(), gatewayHost) : List.of(),
        floatingIps(router, agent),
        hasGateway ? agentGateways(agent) : List.of());
  }

  /** Returns what agents are told about {@code port}, which is bound to {@code host}. */
  NeutronPort port(Port port, Optional<String> host) {
    Optional<PortPayload> known = port.payload();
    if (known.isPresent() && known.get().isOf(port, host)) {
      return known.get().told();
    }
    NeutronPort told = build(port, host);
    port.setPayload(new PortPayload(told, host, port.changes(), port.network().changes()));
    return told;
  }

  private static NeutronPort build(Port port, Optional<String> host) {
    List<FixedIp> fixedIps = new ArrayList<>();
    for (PortAddress ip : sorted(port.fixedIps())) {
      fixedIps.add(new FixedIp(ip.address(), ip.subnet().cidr().length(), ip.subnet().id()));
    }
    List<NeutronSubnet> subnets = new ArrayList<>();
    List<IpPrefix> extraSubnets = new ArrayList<>();
    Optional<String> v4Scope = Optional.empty();
    Optional<String> v6Scope = Optional.empty();
    for (Subnet subnet : port.network().subnets()) {
      if (port.isOn(subnet)) {
        subnets.add(subnet(subnet));
      } else {
        extraSubnets.add(subnet.cidr());
      }
      Optional<String> scope = subnet.addressScope().map(AddressScope::id);
      if (subnet.cidr().family() == IpFamily.V4) {
        v4Scope = scope;
      } else {
        v6Scope = scope;
      }
    }
    return NeutronPort.builder(port.id(), port.mac())
        .networkId(port.network().id())
        .mtu(Optional.of(port.network().mtu()))
        .adminStateUp(port.isAdminStateUp())
        .deviceOwner(port.owner().toString())
        .deviceId(Optional.of(port.deviceId()))
        .bindingHostId(host)
        .fixedIps(fixedIps)
        .subnets(subnets)
        .extraSubnets(extraSubnets)
        .addressScopes(new AddressScopes(v4Scope, v6Scope))
        .allowedAddressPairs(addressPairs(port))
        .build();
  }

  private static List<AllowedAddressPair> addressPairs(Port port) {
    List<AllowedAddressPair> pairs = new ArrayList<>();
    for (IpAddress address : port.addressPairs()) {
      IpInterface host = new IpInterface(address, address.family().bits());
      pairs.add(new AllowedAddressPair(host, port.mac()));
    }
    return pairs;
  }

  /**
   * Returns addresses as the database sorts them: as text.
   *
   * <p>Models: neutron/db/models_v2.py:Port.fixed_ips
   */
  private static List<PortAddress> sorted(List<PortAddress> addresses) {
    if (addresses.size() < 2) {
      return addresses;
    }
    List<PortAddress> sorted = new ArrayList<>(addresses);
    sorted.sort(Comparator.comparing(ip -> ip.address().toString()));
    return sorted;
  }

  private List<NeutronPort> ports(List<Port> ports, Optional<String> host) {
    List<NeutronPort> built = new ArrayList<>(ports.size());
    for (Port port : ports) {
      built.add(port(port, host));
    }
    return built;
  }

  private List<NeutronPort> agentGateways(AgentRecord agent) {
    List<NeutronPort> built = new ArrayList<>();
    for (Port port : agent.gatewayPorts().values()) {
      built.add(port(port, port.host()));
    }
    return built;
  }

  private static NeutronSubnet subnet(Subnet subnet) {
    Optional<String> mode = Optional.ofNullable(subnet.ipv6Mode().textOrNull());
    return new NeutronSubnet(subnet.id(), subnet.cidr(), subnet.gatewayIp(), mode, mode);
  }

  private List<org.dvrsim.agent.FloatingIp> floatingIps(Router router, AgentRecord agent) {
    List<org.dvrsim.agent.FloatingIp> built = new ArrayList<>();
    for (FloatingIp fip : db.floatingIpsOf(router)) {
      Port port = fip.port().orElseThrow();
      bindingFor(port, agent)
          .or(() -> bindingElsewhere(port, agent))
          .ifPresent(binding -> built.add(floatingIp(fip, binding)));
    }
    return built;
  }

  private Optional<Binding> bindingFor(Port port, AgentRecord agent) {
    return isQueriedFor(port, agent)
        ? Optional.of(binding(port, agent)).filter(binding -> !isSkipped(binding, agent))
        : Optional.empty();
  }

  /** Returns what agents that a floating IP is not for are told: nothing but by old habit. */
  private Optional<Binding> bindingElsewhere(Port port, AgentRecord agent) {
    if (leavesHostsOut && agent.mode() != AgentMode.DVR) {
      return Optional.of(new Binding(Optional.empty(), Optional.empty(), false));
    }
    return port.host()
        .filter(host -> tellsAll)
        .map(host -> new Binding(host, Optional.empty(), false));
  }

  private static org.dvrsim.agent.FloatingIp floatingIp(FloatingIp fip, Binding binding) {
    Port port = fip.port().orElseThrow();
    Optional<String> scope =
        port.network()
            .firstSubnetOf(IpFamily.V4)
            .flatMap(Subnet::addressScope)
            .map(AddressScope::id);
    return new org.dvrsim.agent.FloatingIp(
        fip.id(),
        fip.address(),
        fip.fixedAddress().orElseThrow(),
        port.id(),
        fip.status(),
        Optional.of(fip.network().id()),
        fip.router().map(Router::id),
        binding.host(),
        binding.destHost(),
        binding.snatBound(),
        scope);
  }

  /** Models: neutron/objects/router.py:FloatingIP.get_scoped_floating_ips with a host given. */
  private static boolean isQueriedFor(Port port, AgentRecord agent) {
    return agent.mode() != AgentMode.DVR
        || port.host().equals(Optional.of(agent.host()))
        || port.migratingTo().isPresent();
  }

  /** Where a floating IP is to be put into effect, in one agent's view. */
  private record Binding(Optional<String> host, Optional<String> destHost, boolean snatBound) {
    Binding(String host, Optional<String> destHost, boolean snatBound) {
      this(Optional.of(host), destHost, snatBound);
    }

    boolean isFor(String host) {
      return this.host.equals(Optional.of(host));
    }
  }

  /** Models: neutron/db/l3_dvr_db.py:_DVRAgentInterfaceMixin._get_dvr_sync_data */
  private Binding binding(Port port, AgentRecord agent) {
    Optional<String> host = port.host();
    if (host.isEmpty()) {
      return new Binding(HOST_NEEDS_BINDING, Optional.empty(), true);
    }
    if (port.migratingTo().equals(Optional.of(agent.host()))) {
      return new Binding(host.get(), port.migratingTo(), false);
    }
    boolean onNoExternal =
        db.findAgent(host.get())
            .filter(found -> found.mode() == AgentMode.DVR_NO_EXTERNAL)
            .isPresent();
    boolean here = host.get().equals(agent.host());
    boolean centralised =
        onNoExternal
            && (here
                ? agent.mode() == AgentMode.DVR_NO_EXTERNAL
                : agent.mode() == AgentMode.DVR_SNAT);
    if (!here && !centralised) {
      return new Binding(HOST_UNBOUND, Optional.empty(), false);
    }
    return centralised
        ? new Binding(HOST_NEEDS_BINDING, port.migratingTo(), true)
        : new Binding(host.get(), port.migratingTo(), false);
  }

  /**
   * Models: neutron/db/l3_dvr_db.py:
   * _DVRAgentInterfaceMixin._skip_floating_ip_for_mismatched_agent_or_host
   */
  private static boolean isSkipped(Binding binding, AgentRecord agent) {
    if (binding.isFor(HOST_UNBOUND)) {
      return true;
    }
    if (agent.mode() == AgentMode.DVR && binding.snatBound()) {
      return true;
    }
    return !binding.isFor(HOST_NEEDS_BINDING)
        && !binding.isFor(agent.host())
        && binding.destHost().isEmpty();
  }
}
