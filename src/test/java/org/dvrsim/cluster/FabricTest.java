package org.dvrsim.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.datapath.Disposition;
import org.dvrsim.datapath.PacketEnd;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.kernel.NeighbourSpec;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.NudState;
import org.dvrsim.kernel.RequestMode;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.Payload;
import org.dvrsim.ops.DeleteBridgePort;
import org.dvrsim.ops.Host;
import org.dvrsim.ops.SetLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Networks between hosts: who hears what, who may send what, and where packets end on them. */
class FabricTest {
  private static final IpAddress WEB = IpAddress.parse("203.0.113.100");
  private static final IpAddress GATEWAY = IpAddress.parse("10.0.0.1");

  private final Cluster cluster = new Cluster();

  @BeforeEach
  void build() {
    cluster.addHost("compute-1", AgentMode.DVR);
    cluster.addHost("compute-2", AgentMode.DVR);
    NeutronServer server = cluster.server();
    server.createNetwork("public", true, 1500, subnet("public-v4", "203.0.113.0/24"));
    server.createNetwork("private", false, 1500, subnet("private-v4", "10.0.0.0/24"));
    server.createRouter("r1");
    server.addRouterInterface("r1", "private-v4", Optional.empty());
    server.setGateway("r1", "public", List.of());
    instance("vm1", "compute-1", "10.0.0.10");
    instance("vm2", "compute-2", "10.0.0.20");
    server.createFloatingIp("web", "public", Optional.of(WEB));
    server.associateFloatingIp("web", "vm1", Optional.empty());
    cluster.hosts().forEach(ComputeHost::startAgent);
    cluster.deliver();
  }

  private static List<SubnetRequest> subnet(String name, String cidr) {
    return List.of(SubnetRequest.of(name, IpPrefix.parse(cidr)));
  }

  private void instance(String name, String host, String address) {
    cluster
        .server()
        .createInstance(name, "private", Optional.of(host), List.of(IpAddress.parse(address)));
  }

  private Netns guest(String name) {
    return cluster.fabric().guest(cluster.server().db().instance(name)).netns();
  }

  private PacketEnd endOfPing(String from, String to, Optional<IpAddress> source) {
    Traffic.Request request =
        new Traffic.Request(from, to, Payload.ICMP, 0, 0, source, Optional.empty());
    return cluster.traffic().send(request).result().request();
  }

  @Test
  void whoAnswers_floatingIp_isTheInstancesHost() {
    cluster.fabric().refresh();
    Network network = cluster.server().db().network("public");
    assertEquals(List.of("compute-1"), cluster.fabric().whoAnswers(network, WEB));
    cluster.server().associateFloatingIp("web", "vm2", Optional.empty());
    cluster.deliver();
    cluster.fabric().refresh();
    assertEquals(List.of("compute-2"), cluster.fabric().whoAnswers(network, WEB));
  }

  @Test
  void refresh_afterEachKindOfChange_knowsWhoIsConnected() {
    Network network = cluster.server().db().network("private");
    Host host = cluster.host("compute-1").host();
    cluster.fabric().refresh();
    int attached = cluster.fabric().attached(network).size();

    instance("vm3", "compute-1", "10.0.0.30");
    cluster.fabric().refresh();
    assertEquals(attached + 1, cluster.fabric().attached(network).size(), "an instance came");

    NetnsName router = new NetnsName(cluster.names().toExact("qrouter(r1)", "compute-1"));
    IfName device = new IfName(cluster.names().toExact("qr(r1,private-v4)", "compute-1"));
    long changes = host.kernel().linkChanges();
    host.execute(SetLink.address(router, device, MacAddress.parse("fa:16:3e:12:34:56")));
    assertTrue(host.kernel().linkChanges() > changes, "a MAC address is where frames go");

    host.execute(new DeleteBridgePort(device));
    cluster.fabric().refresh();
    assertEquals(attached, cluster.fabric().attached(network).size(), "a port was unplugged");

    cluster.fabric().outside(network, IpAddress.parse("10.0.0.99"));
    cluster.fabric().refresh();
    assertEquals(attached + 2, cluster.fabric().attached(network).size(), "machines came");
  }

  @Test
  void distributedInterface_onEveryHost_hearsItsOwnInstancesOnly() {
    cluster.fabric().refresh();
    for (String[] pair : new String[][] {{"vm1", "compute-1"}, {"vm2", "compute-2"}}) {
      Traffic.Passage passage =
          cluster.traffic().pass(Traffic.Request.ping(pair[0], GATEWAY.toString()));
      assertTrue(passage.answered());
      NetnsName router = new NetnsName(cluster.names().toExact("qrouter(r1)", pair[1]));
      assertTrue(passage.passed().contains(cluster.host(pair[1]).host().kernel().netns(router)));
      assertEquals(2, passage.passed().size());
    }
  }

  @Test
  void lost_macThatNobodyHas_onTheWire() {
    guest("vm1")
        .requests()
        .addNeighbour(
            new IfName("eth0"),
            NeighbourSpec.of(
                GATEWAY, Optional.of(MacAddress.parse("02:00:00:00:00:99")), NudState.PERMANENT),
            RequestMode.REPLACE);
    PacketEnd end = endOfPing("vm1", "outside:198.51.100.9", Optional.empty());
    assertEquals(Disposition.LOST, end.how());
    assertEquals("nobody has 02:00:00:00:00:99", end.text());
  }

  @Test
  void spoofed_foreignSource_atTheSendersPort() {
    endOfPing("vm2", "vm1", Optional.empty());
    PacketEnd end = endOfPing("vm2", "vm1", Optional.of(IpAddress.parse("10.0.0.66")));
    assertEquals(Disposition.SPOOFED, end.how());
    assertEquals(guest("vm2"), end.netns());
    assertEquals("the port of vm2 is not 10.0.0.66", end.text());
  }

  @Test
  void spoofed_portSecurityOff_isDelivered() {
    cluster.server().setPortSecurity("vm2", false);
    PacketEnd end = endOfPing("vm2", "vm1", Optional.of(IpAddress.parse("10.0.0.66")));
    assertEquals(Disposition.DELIVERED, end.how());
    assertEquals(guest("vm1"), end.netns());
  }

  @Test
  void spoofed_answersToArpForOthers_areRefused() {
    Netns liar = guest("vm2");
    liar.requests()
        .addAddress(
            new IfName("eth0"), AddressSpec.of(IpInterface.parse("10.0.0.77/24")), RequestMode.ADD);
    PacketEnd end = endOfPing("vm1", "10.0.0.77", Optional.empty());
    assertEquals(Disposition.NEIGHBOUR_FAILED, end.how());
    cluster.server().setPortSecurity("vm2", false);
    assertEquals(Disposition.DELIVERED, endOfPing("vm1", "10.0.0.77", Optional.empty()).how());
  }
}
