package org.dvrsim.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.NeutronServer;
import org.dvrsim.cluster.SubnetRequest;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.kernel.LinkChange;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.RequestMode;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each invariant of traffic holds on a healthy cluster and fails when somebody breaks it. */
class TrafficInvariantsTest {
  private static final IpAddress FLOATING = IpAddress.parse("203.0.113.100");

  private final Cluster cluster = new Cluster();
  private final TrafficView view = new TrafficView(cluster);

  @BeforeEach
  void build() {
    cluster.addHost("compute-1", AgentMode.DVR);
    cluster.addHost("compute-2", AgentMode.DVR);
    NeutronServer server = cluster.server();
    server.createNetwork(
        "public",
        true,
        1500,
        List.of(SubnetRequest.of("public-v4", IpPrefix.parse("203.0.113.0/24"))));
    server.createNetwork(
        "private",
        false,
        1500,
        List.of(SubnetRequest.of("private-v4", IpPrefix.parse("10.0.0.0/24"))));
    server.createRouter("r1");
    server.addRouterInterface("r1", "private-v4", Optional.empty());
    server.setGateway("r1", "public", List.of());
    server.createInstance("vm1", "private", Optional.of("compute-1"), List.of());
    server.createInstance("vm2", "private", Optional.of("compute-2"), List.of());
    server.createFloatingIp("web", "public", Optional.of(FLOATING));
    server.associateFloatingIp("web", "vm1", Optional.empty());
    cluster.hosts().forEach(ComputeHost::startAgent);
    cluster.deliver();
  }

  private Netns netns(String host, String prefix) {
    return cluster.host(host).host().kernel().names().stream()
        .filter(name -> name.text().startsWith(prefix))
        .findFirst()
        .map(name -> cluster.host(host).host().kernel().netns(name))
        .orElseThrow();
  }

  private static IfName device(Netns netns, String prefix) {
    return netns.links().stream()
        .map(link -> link.name())
        .filter(name -> name.text().startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }

  private static RouteSpec toFloating(IpAddress via, IfName device) {
    return RouteSpec.to(IpPrefix.host(FLOATING), TableId.MAIN).via(via).dev(device).build();
  }

  /** Leads the floating IP to the router's namespace on a host. */
  private void answerOn(String host) {
    Netns fip = netns(host, "fip-");
    Netns router = netns(host, "qrouter-");
    IpAddress link =
        router.link(device(router, "rfp-")).orElseThrow().addresses(IpFamily.V4).get(0).local();
    fip.requests().addRoute(RequestMode.ADD, toFloating(link, device(fip, "fpr-")));
  }

  private List<Violation> check(TrafficInvariant invariant) {
    view.update();
    return invariant.check(view);
  }

  @Test
  void update_nothingMoved_sendsNothing() {
    view.update();
    view.update();
    long before = view.looks();
    view.update();
    assertEquals(before, view.looks());
  }

  @Test
  void update_anotherTenantsChange_sendsNothingForOthers() {
    NeutronServer server = cluster.server();
    server.createFloatingIp("mail", "public", Optional.of(IpAddress.parse("203.0.113.101")));
    server.associateFloatingIp("mail", "vm2", Optional.empty());
    cluster.deliver();
    view.update();
    view.update();
    long before = view.looks();
    netns("compute-2", "qrouter-").sysctl().write("net.ipv4.conf.all.arp_ignore", "2");
    view.update();
    assertEquals(before + 1, view.looks());
  }

  @Test
  void update_floatingIpForAnotherAddressOfItsInstance_isNews() {
    NeutronServer server = cluster.server();
    IpAddress first = IpAddress.parse("10.0.0.100");
    IpAddress second = IpAddress.parse("10.0.0.101");
    server.createInstance("two", "private", Optional.of("compute-2"), List.of(first, second));
    server.associateFloatingIp("web", "two", Optional.of(first));
    cluster.deliver();
    view.update();
    view.update();
    cluster.host("compute-2").stopAgent();
    server.associateFloatingIp("web", "two", Optional.of(second));
    cluster.deliver();
    assertEquals(1, check(new FloatingIpUnreachable()).size());
  }

  @Test
  void interfaceThatIsOff_servesNoFloatingIp() {
    cluster.server().setInterfaceUp("r1", "private-v4", false);
    cluster.host("compute-1").resync();
    cluster.deliver();
    assertEquals(List.of(), check(new FloatingIpUnreachable()));
  }

  @Test
  void healthyCluster_nothingIsWrong() {
    for (TrafficInvariant invariant : TrafficInvariants.all()) {
      assertEquals(List.of(), check(invariant), invariant.name());
    }
  }

  @Test
  void unreachable_forwardingOff_isFound() {
    netns("compute-1", "fip-").sysctl().write("net.ipv4.ip_forward", "0");
    List<Violation> found = check(new FloatingIpUnreachable());
    assertEquals(2, found.size());
    assertTrue(found.get(0).objects().contains(FLOATING.toString()));
  }

  @Test
  void unreachable_gatewayBehindAStaticRoute_isWhatTheUserAskedFor() {
    netns("compute-1", "fip-").sysctl().write("net.ipv4.ip_forward", "0");
    cluster
        .server()
        .setRoutes(
            "r1",
            List.of(
                new ExtraRoute(IpPrefix.parse("203.0.113.0/28"), IpAddress.parse("10.0.0.99"))));
    cluster.deliver();
    assertEquals(List.of(), check(new FloatingIpUnreachable()));
  }

  @Test
  void answeredTwice_routeOnAnotherHost_isFound() {
    answerOn("compute-2");
    List<Violation> found = check(new FloatingIpAnsweredTwice());
    assertEquals(1, found.size());
    assertTrue(found.get(0).detail().contains("[compute-1, compute-2]"), found.get(0).detail());
  }

  @Test
  void lingers_routeAndNatLeft_isFound() {
    cluster.server().disassociateFloatingIp("web");
    cluster.deliver();
    assertEquals(List.of(), check(new FloatingIpLingers()));
    answerOn("compute-1");
    IpAddress fixed =
        cluster.server().db().instances().iterator().next().port().fixedIps().get(0).address();
    netns("compute-1", "qrouter-")
        .netfilter(IpFamily.V4)
        .restore(
            "*nat\n-I PREROUTING 1 -d "
                + FLOATING
                + " -j DNAT --to-destination "
                + fixed
                + "\nCOMMIT\n",
            true);
    netns("compute-1", "qrouter-")
        .requests()
        .addRoute(
            RequestMode.ADD,
            RouteSpec.to(IpPrefix.DEFAULT_V4, TableId.MAIN)
                .via(
                    netns("compute-1", "fip-")
                        .link(device(netns("compute-1", "fip-"), "fpr-"))
                        .orElseThrow()
                        .addresses(IpFamily.V4)
                        .get(0)
                        .local())
                .build());
    assertEquals(1, check(new FloatingIpLingers()).size());
  }

  @Test
  void mixed_packetsLedThroughAnotherTenantsRouter_isFound() {
    NeutronServer server = cluster.server();
    server.createNetwork(
        "other", false, 1500, List.of(SubnetRequest.of("other-v4", IpPrefix.parse("10.0.9.0/24"))));
    server.createRouter("r2");
    server.addRouterInterface("r2", "other-v4", Optional.empty());
    server.setGateway("r2", "public", List.of());
    server.createInstance("vm9", "other", Optional.of("compute-1"), List.of());
    cluster.deliver();
    assertEquals(List.of(), check(new TenantsMixed()));
    String strange = cluster.names().toExact("qrouter(r2)", "compute-1");
    Netns other = cluster.host("compute-1").host().kernel().netns(new NetnsName(strange));
    IfName rfp = device(other, "rfp-");
    IpAddress link = other.link(rfp).orElseThrow().addresses(IpFamily.V4).get(0).local();
    Netns fip = netns("compute-1", "fip-");
    IfName fpr = new IfName(rfp.text().replace("rfp-", "fpr-"));
    fip.requests().addRoute(RequestMode.REPLACE, toFloating(link, fpr));
    List<Violation> found = check(new TenantsMixed());
    assertEquals(1, found.size());
    assertTrue(found.get(0).objects().contains(strange));
  }

  /** Adds a network of both families to the router, with an instance on the other host. */
  private void addGreen() {
    NeutronServer server = cluster.server();
    server.createNetwork(
        "green",
        false,
        1500,
        List.of(
            SubnetRequest.of("green-v4", IpPrefix.parse("10.0.1.0/24")),
            SubnetRequest.of("green-v6", IpPrefix.parse("fd00:1::/64"))));
    server.addRouterInterface("r1", "green-v4", Optional.empty());
    server.addRouterInterface("r1", "green-v6", Optional.empty());
    server.createInstance("vm3", "green", Optional.of("compute-2"), List.of());
    cluster.deliver();
  }

  /** Returns the destinations of the pings that were not answered. */
  private List<String> silent() {
    return check(new InstanceCutOff()).stream().map(found -> found.objects().get(2)).toList();
  }

  @Test
  void cutOff_healthyRouter_answersAndForwardsInBothFamilies() {
    addGreen();
    assertEquals(List.of(), silent());
    assertEquals(
        List.of("10.0.0.1", "10.0.1.3", "10.0.1.3", "10.0.1.1", "fd00:1::1"),
        view.routedPings().stream().map(seen -> seen.ping().to().toString()).toList());
  }

  @Test
  void cutOff_neighbourForgotten_isFound() {
    addGreen();
    Netns router = netns("compute-1", "qrouter-");
    IpAddress vm3 = IpAddress.parse("10.0.1.3");
    router.links().stream()
        .filter(link -> router.neighbour(link, vm3).isPresent())
        .map(link -> link.name())
        .toList()
        .forEach(device -> router.requests().deleteNeighbour(device, vm3));
    assertEquals(List.of("10.0.1.3"), silent());
  }

  @Test
  void cutOff_ipv6AddressGone_isFound() {
    addGreen();
    Netns router = netns("compute-2", "qrouter-");
    IpAddress gateway = IpAddress.parse("fd00:1::1");
    router.links().stream()
        .filter(
            link -> link.addresses(IpFamily.V6).stream().anyMatch(a -> a.local().equals(gateway)))
        .map(link -> link.name())
        .toList()
        .forEach(device -> router.requests().changeLink(device, LinkChange.up(false)));
    assertTrue(silent().contains("fd00:1::1"));
  }

  @Test
  void cutOff_interfaceSwitchedOffOrAnotherScope_isWhatTheUserAskedFor() {
    addGreen();
    cluster.server().setAddressScope("green-v4", Optional.of("scope"));
    cluster.deliver();
    assertEquals(List.of(), silent());
    cluster.server().setInterfaceUp("r1", "green-v6", false);
    cluster.server().setAdminStateUp("r1", true);
    cluster.deliver();
    assertEquals(List.of(), silent());
    assertEquals(2, view.routedPings().size());
  }

  /** Gives the router a SNAT host, for {@code vm2}, which has no floating IP. */
  private void addSnatHost() {
    cluster.addHost("network-1", AgentMode.DVR_SNAT);
    cluster.host("network-1").startAgent();
    cluster.server().setSnatEnabled("r1", true);
    cluster.deliver();
  }

  @Test
  void snat_healthyRouter_isSeenAsTheRouter() {
    addSnatHost();
    cluster.server().disassociateFloatingIp("web");
    cluster.deliver();
    assertEquals(List.of(), check(new SnatUnreachable()));
    assertEquals(
        List.of("vm1 203.0.113.1"),
        view.snatPings().stream()
            .map(seen -> seen.ping().end().instance() + " " + seen.ping().gateway())
            .toList());
  }

  @Test
  void snat_instanceWithFloatingIp_isPassedOver() {
    addSnatHost();
    assertEquals(List.of(), check(new SnatUnreachable()));
    assertEquals("vm2", view.snatPings().get(0).ping().end().instance().name());
  }

  @Test
  void snat_nothingIsForwarded_isFound() {
    addSnatHost();
    netns("network-1", "snat-").sysctl().write("net.ipv4.ip_forward", "0");
    List<Violation> found = check(new SnatUnreachable());
    assertEquals(1, found.size());
    assertTrue(found.get(0).detail().endsWith("gets no answer from the gateway 203.0.113.1"));
  }

  @Test
  void snat_translatedToAnotherAddress_isFound() {
    addSnatHost();
    Netns snat = netns("network-1", "snat-");
    IfName qg = device(snat, "qg-");
    snat.requests()
        .addAddress(qg, AddressSpec.of(IpInterface.parse("203.0.113.77/24")), RequestMode.ADD);
    snat.netfilter(IpFamily.V4)
        .restore(
            "*nat\n-I POSTROUTING 1 -o " + qg + " -j SNAT --to-source 203.0.113.77\nCOMMIT\n",
            true);
    List<Violation> found = check(new SnatUnreachable());
    assertEquals(1, found.size());
    assertTrue(found.get(0).detail().endsWith("is seen by the gateway as 203.0.113.77"));
  }

  @Test
  void snat_switchedOffOrOneScopeOrRoutedElsewhere_isWhatTheUserAskedFor() {
    addSnatHost();
    NeutronServer server = cluster.server();
    server.setSnatEnabled("r1", false);
    cluster.deliver();
    check(new SnatUnreachable());
    assertEquals(List.of(), view.snatPings());
    server.setSnatEnabled("r1", true);
    server.setRoutes(
        "r1",
        List.of(new ExtraRoute(IpPrefix.parse("203.0.113.0/28"), IpAddress.parse("10.0.0.99"))));
    cluster.deliver();
    check(new SnatUnreachable());
    assertEquals(List.of(), view.snatPings());
    server.setRoutes("r1", List.of());
    server.setAddressScope("private-v4", Optional.of("scope"));
    server.setAddressScope("public-v4", Optional.of("scope"));
    cluster.deliver();
    check(new SnatUnreachable());
    assertEquals(List.of(), view.snatPings());
  }
}
