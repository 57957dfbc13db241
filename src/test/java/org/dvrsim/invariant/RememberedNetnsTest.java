package org.dvrsim.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.NeutronServer;
import org.dvrsim.cluster.SubnetRequest;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.shell.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which invariants are asked again after what, by one invariant for each thing to look at. */
final class RememberedNetnsTest {
  private static final String IN_ROUTER = "ip netns exec qrouter(r1) ";

  private final Cluster cluster = new Cluster();
  private final NeutronServer server = cluster.server();
  private final ComputeHost host = cluster.addHost("h1", AgentMode.DVR_SNAT);
  private final Set<String> asked = new TreeSet<>();
  private NetnsKind watched = NetnsKind.ROUTER;
  private InvariantChecker checker;

  /** Looks at one thing, and finds nothing wrong. */
  private final class Asked extends NetnsInvariant {
    private final Set<Aspect> aspects;
    private final Set<WantedPart> parts;

    Asked(Set<Aspect> aspects, Set<WantedPart> parts) {
      this.aspects = aspects;
      this.parts = parts;
    }

    @Override
    public String name() {
      return aspects.isEmpty() ? "wanted " + parts : aspects.toString();
    }

    @Override
    public String consequence() {
      return "None.";
    }

    @Override
    Set<Aspect> aspects() {
      return aspects;
    }

    @Override
    Set<WantedPart> parts() {
      return parts;
    }

    @Override
    boolean concerns(NetnsKind kind) {
      return kind == watched;
    }

    @Override
    void check(NetnsView view, Findings findings) {
      asked.add(name());
    }
  }

  @BeforeEach
  void start() {
    network("public", true, "203.0.113.0/24");
    network("net1", false, "10.1.0.0/24");
    network("net2", false, "10.2.0.0/24");
    server.createRouter("r1");
    server.addRouterInterface("r1", "net1-subnet", Optional.empty());
    server.createInstance("vm1", "net1", Optional.of("h1"), List.of());
    server.setGateway("r1", "public", List.of());
    host.startAgent();
    cluster.deliver();
    watch(NetnsKind.ROUTER);
  }

  private void watch(NetnsKind kind) {
    watched = kind;
    List<Invariant> invariants = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      invariants.add(new Asked(EnumSet.of(aspect), EnumSet.noneOf(WantedPart.class)));
    }
    for (WantedPart part : WantedPart.values()) {
      invariants.add(new Asked(EnumSet.noneOf(Aspect.class), EnumSet.of(part)));
    }
    checker =
        new InvariantChecker(
            host.host(),
            new NeutronTruth(server, "h1", AgentMode.DVR_SNAT),
            host.statePath().toString(),
            invariants);
    look();
    assertEquals(invariants.size(), asked.size());
    asked.clear();
  }

  private void network(String name, boolean external, String cidr) {
    server.createNetwork(
        name, external, 1500, List.of(SubnetRequest.of(name + "-subnet", IpPrefix.parse(cidr))));
  }

  private void look() {
    assertEquals(List.of(), checker.check(StepKind.EVENT, List.of(), List.of(), false, true));
  }

  private void assertAsked(String... names) {
    look();
    assertEquals(new TreeSet<>(List.of(names)), asked);
  }

  private void type(String command) {
    assertTrue(Shell.run(host.host(), cluster.names().toExact(command, "h1")).succeeded());
  }

  @Test
  void nothing_asksNone() {
    assertAsked();
  }

  @Test
  void otherNamespace_asksNone() {
    type("ip -n fip(public) route add 192.0.2.0/24 dev fg(public,h1)");
    assertAsked();
  }

  @Test
  void route_asksForRoutes() {
    type(IN_ROUTER + "ip route add 192.0.2.0/24 dev qr(r1,net1-subnet)");
    assertAsked("[ROUTES]");
  }

  @Test
  void rule_asksForRules() {
    type(IN_ROUTER + "ip rule add from 192.0.2.0/24 lookup 7");
    assertAsked("[RULES]");
  }

  @Test
  void neighbour_asksForNeighbours() {
    type(IN_ROUTER + "ip neigh add 10.1.0.77 lladdr 02:00:00:00:00:01 dev qr(r1,net1-subnet)");
    assertAsked("[NEIGHBOURS]");
  }

  @Test
  void packetFilter_asksForNetfilter() {
    type(IN_ROUTER + "iptables -A INPUT -j ACCEPT");
    assertAsked("[NETFILTER]");
  }

  @Test
  void setting_asksForWhatItMayChange() {
    type(IN_ROUTER + "sysctl -w net.ipv4.ip_forward=0");
    assertAsked("[ADDRESSES]", "[LINKS]", "[ROUTES]", "[SYSCTLS]");
  }

  @Test
  void address_asksForWhatHangsOnIt() {
    type(IN_ROUTER + "ip addr add 192.0.2.1/24 dev qr(r1,net1-subnet)");
    assertAsked("[ADDRESSES]", "[NEIGHBOURS]", "[ROUTES]");
  }

  @Test
  void device_asksForWhatHangsOnIt() {
    type(IN_ROUTER + "ip link set qr(r1,net1-subnet) down");
    assertAsked("[ADDRESSES]", "[LINKS]", "[NEIGHBOURS]", "[ROUTES]", "[SYSCTLS]");
  }

  @Test
  void otherEndOfVeth_asksForDevices() {
    type("ip -n fip(public) link set fpr(r1) address 02:00:00:00:00:01");
    assertAsked("[LINKS]");
  }

  @Test
  void namespaceOfTheSameName_asksForAll() {
    type("ip netns delete qrouter(r1)");
    type("ip netns add qrouter(r1)");
    look();
    assertEquals(Aspect.values().length + WantedPart.values().length, asked.size());
  }

  @Test
  void staticRoute_asksForRoutes() {
    server.setRoutes(
        "r1",
        List.of(new ExtraRoute(IpPrefix.parse("192.0.2.0/24"), IpAddress.parse("10.1.0.240"))));
    assertAsked("wanted [ROUTES]");
  }

  @Test
  void floatingIp_asksForFloatingIps() {
    server.createFloatingIp("fip1", "public", Optional.empty());
    assertAsked();
    server.associateFloatingIp("fip1", "vm1", Optional.empty());
    assertAsked("wanted [FLOATING_IPS]");
  }

  @Test
  void statusOfFloatingIp_asksNone() {
    server.createFloatingIp("fip1", "public", Optional.empty());
    server.associateFloatingIp("fip1", "vm1", Optional.empty());
    look();
    asked.clear();
    server.updateFloatingIpStatus(
        server.db().floatingIps().iterator().next().id(), "ACTIVE", "elsewhere");
    assertAsked();
  }

  @Test
  void instance_asksForNeighbours() {
    server.createInstance("vm2", "net1", Optional.of("h1"), List.of());
    assertAsked("wanted [NEIGHBOURS]");
  }

  @Test
  void interface_asksForWhatItEntails() {
    server.addRouterInterface("r1", "net2-subnet", Optional.empty());
    assertAsked(
        "wanted [DEVICES]", "wanted [INTERFACES]", "wanted [NEIGHBOURS]", "wanted [REDIRECTS]");
  }

  @Test
  void interface_asksForWhatItEntailsCentrally() {
    watch(NetnsKind.SNAT);
    server.addRouterInterface("r1", "net2-subnet", Optional.empty());
    assertAsked("wanted [DEVICES]", "wanted [SNAT_PORTS]");
  }

  @Test
  void translationOff_asksForGatewayPorts() {
    server.setSnatEnabled("r1", false);
    assertAsked();
    watch(NetnsKind.SNAT);
    server.setSnatEnabled("r1", true);
    assertAsked("wanted [GATEWAY_PORTS]");
  }

  @Test
  void noGateway_asksForGateways() {
    server.clearGateway("r1");
    look();
    assertTrue(asked.contains("wanted [GATEWAYS]"));
  }
}
