package org.dvrsim.agent;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Faults;
import org.dvrsim.ops.Host;
import org.dvrsim.ops.NthOpFault;
import org.dvrsim.ops.OpCommandLine;
import org.dvrsim.ops.Trace;
import org.dvrsim.ops.TraceEntry;

/**
 * A host with an agent and a scripted server: one external network {@code 203.0.113.0/24}, tenant
 * networks {@code 10.N.0.0/24}, routers made by {@link RouterBuilder}.
 */
final class AgentWorld implements L3PluginApi {
  static final String HOST = "compute-1";
  static final String EXT_NET = "e0000000-0000-4000-8000-000000000001";

  final Host host;
  final AgentMode mode;
  final Trace trace = new Trace();
  final Map<String, NeutronRouter> db = new LinkedHashMap<>();
  final Map<String, List<NeutronPort>> portsBySubnet = new LinkedHashMap<>();
  final List<Map<String, FloatingIpStatus>> statuses = new ArrayList<>();
  L3NATAgent agent;

  AgentWorld(AgentMode mode) {
    this.mode = mode;
    FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
    try {
      Files.createDirectories(disk.getPath(AgentConf.of(mode).statePath()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long[] next = {0x020000000000L};
    this.host = new Host(HOST, new Kernel((netns, device) -> new MacAddress(next[0]++)), disk);
    host.observe(trace);
    restartAgent();
  }

  /** Builds a new agent on the host. */
  void restartAgent() {
    agent = new L3NATAgent(host, AgentConf.of(mode), this, AllocationPolicy.LOWEST_FREE);
  }

  /** Has the agent process a router. */
  void update(NeutronRouter router) {
    db.put(router.id(), router);
    trace.clear();
    agent.routersUpdated(List.of(router.id()));
    agent.drain();
  }

  /** As {@link #update}, with the n-th op of a name failing. */
  void updateFailing(NeutronRouter router, String op, int nth) {
    host.plan(new NthOpFault(op, nth));
    update(router);
    host.plan(Faults.NONE);
  }

  void delete(String routerId) {
    db.remove(routerId);
    trace.clear();
    agent.routerDeleted(routerId);
    agent.drain();
  }

  /** Starts a new agent and has it synchronise. */
  void restart() {
    restartAgent();
    trace.clear();
    agent.fullSync();
    agent.drain();
  }

  /** Returns what was done since the last event began, as command lines. */
  List<String> commands() {
    return trace.entries().stream().map(TraceEntry::op).map(OpCommandLine::of).toList();
  }

  Netns netns(String name) {
    return host.kernel().netns(new NetnsName(name));
  }

  /** Returns the main table's and others' IPv4 routes of a namespace, but the local table's. */
  List<String> rules(String netns) {
    return netns(netns).rules(IpFamily.V4).stream().map(Object::toString).toList();
  }

  @Override
  public List<NeutronRouter> getRouters(List<String> routerIds) {
    List<NeutronRouter> found = new ArrayList<>();
    for (String id : routerIds) {
      Optional.ofNullable(db.get(id)).ifPresent(found::add);
    }
    return found;
  }

  @Override
  public List<String> getRouterIds() {
    return db.keySet().stream().sorted().toList();
  }

  @Override
  public List<NeutronPort> getPortsBySubnet(String subnetId) {
    return portsBySubnet.getOrDefault(subnetId, List.of());
  }

  @Override
  public NeutronPort getAgentGatewayPort(String externalNetworkId) {
    return agentGatewayPort();
  }

  @Override
  public void updateFloatingipStatuses(String routerId, Map<String, FloatingIpStatus> fipStatuses) {
    statuses.add(fipStatuses);
  }

  @Override
  public void deleteAgentGatewayPort(String externalNetworkId) {}

  /** Returns the {@code fg-} port, 203.0.113.5. */
  static NeutronPort agentGatewayPort() {
    return externalPort("a0000000-0000-4000-8000-000000000005", 5);
  }

  static NeutronPort externalPort(String id, int lastOctet) {
    NeutronSubnet subnet =
        NeutronSubnet.of(
            "s-ext", IpPrefix.parse("203.0.113.0/24"), Optional.of(IpAddress.parse("203.0.113.1")));
    return NeutronPort.builder(id, new MacAddress(0xfa163e000000L + lastOctet))
        .networkId(EXT_NET)
        .mtu(Optional.of(1500))
        .fixedIps(List.of(new FixedIp(IpAddress.parse("203.0.113." + lastOctet), 24, "s-ext")))
        .subnets(List.of(subnet))
        .build();
  }

  /** Returns a port of tenant network {@code 10.N.0.0/24}. */
  static NeutronPort tenantPort(String id, int network, int lastOctet) {
    NeutronSubnet subnet =
        NeutronSubnet.of(
            "s-" + network,
            IpPrefix.parse("10." + network + ".0.0/24"),
            Optional.of(IpAddress.parse("10." + network + ".0.1")));
    return NeutronPort.builder(id, new MacAddress(0xfa163e000000L + network * 256L + lastOctet))
        .networkId("net-" + network)
        .mtu(Optional.of(1450))
        .fixedIps(
            List.of(
                new FixedIp(
                    IpAddress.parse("10." + network + ".0." + lastOctet), 24, "s-" + network)))
        .subnets(List.of(subnet))
        .build();
  }

  /** Gathers a router's payload. */
  static final class RouterBuilder {
    final String id;
    private Optional<NeutronPort> gateway = Optional.empty();
    private String snatHost = "network-1";
    private List<ExtraRoute> routes = List.of();
    private final List<NeutronPort> interfaces = new ArrayList<>();
    private final List<NeutronPort> snatPorts = new ArrayList<>();
    private final List<FloatingIp> floatingIps = new ArrayList<>();

    RouterBuilder(int number) {
      this.id = String.format("r%07d-0000-4000-8000-000000000000", number);
    }

    RouterBuilder gateway() {
      gateway = Optional.of(externalPort("g" + id.substring(1), 11));
      return this;
    }

    RouterBuilder noGateway() {
      gateway = Optional.empty();
      floatingIps.clear();
      return this;
    }

    RouterBuilder snatHost(String host) {
      snatHost = host;
      return this;
    }

    RouterBuilder routes(List<ExtraRoute> routes) {
      this.routes = routes;
      return this;
    }

    RouterBuilder network(int number) {
      interfaces.add(tenantPort("i" + number + id.substring(2), number, 1));
      snatPorts.add(tenantPort("t" + number + id.substring(2), number, 254));
      return this;
    }

    RouterBuilder floatingIp(int floating, String fixed) {
      return floatingIp(floating, fixed, HOST, false);
    }

    RouterBuilder floatingIp(int floating, String fixed, String host, boolean snatBound) {
      floatingIps.removeIf(fip -> fip.id().equals("fip-" + floating));
      floatingIps.add(
          new FloatingIp(
              "fip-" + floating,
              IpAddress.parse("203.0.113." + floating),
              IpAddress.parse(fixed),
              "port-" + fixed,
              "ACTIVE",
              Optional.of(EXT_NET),
              Optional.of(id),
              Optional.of(host).filter(name -> !name.isEmpty()),
              Optional.empty(),
              snatBound,
              Optional.empty()));
      return this;
    }

    RouterBuilder withoutFloatingIp(int floating) {
      floatingIps.removeIf(fip -> fip.id().equals("fip-" + floating));
      return this;
    }

    NeutronRouter build() {
      return new NeutronRouter(
          id,
          "r",
          true,
          false,
          true,
          true,
          gateway,
          gateway.map(port -> snatHost),
          gateway.map(port -> new ExternalGatewayInfo(Optional.of(EXT_NET), true)),
          routes,
          interfaces,
          gateway.isPresent() ? snatPorts : List.of(),
          floatingIps,
          List.of());
    }
  }
}
