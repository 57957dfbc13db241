package org.dvrsim.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.FloatingIp;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.agent.ServerHabit;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.junit.jupiter.api.Test;

/** Each test names the server's function in neutron/db whose behaviour it expects. */
class NeutronServerTest {
  private final NeutronServer server = new NeutronServer(Set.of());

  NeutronServerTest() {
    server.registerAgent("compute-1", AgentMode.DVR);
    server.registerAgent("compute-2", AgentMode.DVR);
    server.registerAgent("inside-1", AgentMode.DVR_NO_EXTERNAL);
    server.registerAgent("network-1", AgentMode.DVR_SNAT);
    network("public", true, "203.0.113.0/24");
    network("private", false, "10.0.0.0/24");
    server.createRouter("r1");
    server.addRouterInterface("r1", "private-v4", Optional.empty());
    server.setGateway("r1", "public", List.of());
    server.createInstance("vm1", "private", Optional.of("compute-1"), List.of());
    server.createFloatingIp("web", "public", Optional.of(IpAddress.parse("203.0.113.100")));
    sent();
  }

  private void network(String name, boolean external, String cidr) {
    server.createNetwork(
        name, external, 1500, List.of(SubnetRequest.of(name + "-v4", IpPrefix.parse(cidr))));
  }

  /** Takes what was cast, each as {@code HOST MESSAGE} with the names that people use. */
  private List<String> sent() {
    List<String> texts = new ArrayList<>();
    for (Optional<L3Notifier.Envelope> next = server.notifier().poll();
        next.isPresent();
        next = server.notifier().poll()) {
      texts.add(next.get().host() + " " + server.names().toPeople(next.get().message().toString()));
    }
    return texts;
  }

  private NeutronRouter payload(String host) {
    return server.syncRouters(host, List.of(server.db().router("r1").id())).get(0);
  }

  @Test
  void syncRouters_routerOfHostsInstance_hasGatewayInterfaceAndSnatPort() {
    NeutronRouter router = payload("compute-1");
    assertTrue(router.distributed());
    assertEquals(Optional.of("network-1"), router.gwPortHost());
    NeutronPort gateway = router.gwPort().orElseThrow();
    assertEquals("network:router_gateway", gateway.deviceOwner());
    assertEquals("203.0.113.2/24", gateway.fixedIps().get(0).cidr().toString());
    assertEquals("10.0.0.1/24", router.interfaces().get(0).fixedIps().get(0).cidr().toString());
    assertEquals(
        "network:router_centralized_snat", router.snatRouterInterfaces().get(0).deviceOwner());
    assertEquals(List.of(), router.floatingIpAgentInterfaces());
  }

  @Test
  void syncRouters_hostWithoutInstance_isEmpty() {
    assertEquals(
        List.of(), server.syncRouters("compute-2", List.of(server.db().router("r1").id())));
  }

  @Test
  void associate_instanceOnDvrHost_tellsThatHostAndGivesItAGatewayPort() {
    server.associateFloatingIp("web", "vm1", Optional.empty());
    assertEquals(List.of("compute-1 RoutersUpdated[routerIds=[router(r1)]]"), sent());
    NeutronRouter router = payload("compute-1");
    FloatingIp fip = router.floatingIps().get(0);
    assertEquals(Optional.of("compute-1"), fip.host());
    assertFalse(fip.dvrSnatBound());
    assertEquals(
        "network:floatingip_agent_gateway",
        router.floatingIpAgentInterfaces().get(0).deviceOwner());
    assertEquals(List.of(), payload("network-1").floatingIps());
  }

  @Test
  void associate_instanceOnNoExternalHost_isCentralised() {
    server.createInstance("vm2", "private", Optional.of("inside-1"), List.of());
    sent();
    server.associateFloatingIp("web", "vm2", Optional.empty());
    assertEquals(List.of("network-1 RoutersUpdated[routerIds=[router(r1)]]"), sent());
    FloatingIp fip = payload("network-1").floatingIps().get(0);
    assertEquals(Optional.of("FLOATING_IP_HOST_NEEDS_BINDING"), fip.host());
    assertTrue(fip.dvrSnatBound());
    assertEquals(List.of(), payload("compute-1").floatingIps());
  }

  @Test
  void associate_movedToInstanceOnOtherHost_tellsBothHosts() {
    server.createInstance("vm2", "private", Optional.of("compute-2"), List.of());
    server.associateFloatingIp("web", "vm1", Optional.empty());
    sent();
    server.associateFloatingIp("web", "vm2", Optional.empty());
    assertEquals(
        List.of(
            "compute-1 RoutersUpdated[routerIds=[router(r1)]]",
            "compute-2 RoutersUpdated[routerIds=[router(r1)]]"),
        sent());
    assertEquals(List.of(), payload("compute-1").floatingIps());
    assertEquals(1, payload("compute-2").floatingIps().size());
  }

  @Test
  void startMigration_withFloatingIp_bothHostsHaveIt() {
    server.associateFloatingIp("web", "vm1", Optional.empty());
    sent();
    server.startMigration("vm1", "compute-2");
    assertEquals("compute-2 RoutersUpdated[routerIds=[router(r1)]]", sent().get(0));
    FloatingIp there = payload("compute-2").floatingIps().get(0);
    assertEquals(Optional.of("compute-1"), there.host());
    assertEquals(Optional.of("compute-2"), there.destHost());
    assertEquals(1, payload("compute-2").floatingIpAgentInterfaces().size());
    FloatingIp here = payload("compute-1").floatingIps().get(0);
    assertEquals(Optional.of("compute-2"), here.destHost());
  }

  @Test
  void finishMigration_lastInstanceOfHost_removesRouterThere() {
    server.associateFloatingIp("web", "vm1", Optional.empty());
    server.startMigration("vm1", "compute-2");
    sent();
    server.finishMigration("vm1");
    assertTrue(sent().contains("compute-1 RouterRemovedFromAgent[routerId=" + idText() + "]"));
    assertEquals(
        List.of(), server.syncRouters("compute-1", List.of(server.db().router("r1").id())));
  }

  private String idText() {
    return server.names().toPeople(server.db().router("r1").id());
  }

  @Test
  void clearGateway_withFloatingIp_isRefused() {
    server.associateFloatingIp("web", "vm1", Optional.empty());
    assertThrows(ApiRefusedException.class, () -> server.clearGateway("r1"));
  }

  @Test
  void clearGateway_lastOfNetwork_deletesAgentGatewaysAndTellsAll() {
    IpAddress snat = server.db().router("r1").snatPorts().get(0).fixedIps().get(0).address();
    server.associateFloatingIp("web", "vm1", Optional.empty());
    server.disassociateFloatingIp("web");
    sent();
    server.clearGateway("r1");
    List<String> arp = new ArrayList<>();
    List<String> others = new ArrayList<>();
    sent().forEach(text -> (text.contains("ArpEntry") ? arp : others).add(text));
    assertEquals(4, arp.size());
    assertTrue(arp.get(0).startsWith("compute-1 DelArpEntry"), arp.get(0));
    assertTrue(arp.get(0).contains("ipAddress=" + snat + ","), arp.get(0));
    assertEquals(
        List.of(
            "compute-1 FipNamespaceDeleteOnExtNet[externalNetworkId=network(public)]",
            "compute-2 FipNamespaceDeleteOnExtNet[externalNetworkId=network(public)]",
            "inside-1 FipNamespaceDeleteOnExtNet[externalNetworkId=network(public)]",
            "network-1 FipNamespaceDeleteOnExtNet[externalNetworkId=network(public)]",
            "network-1 RoutersUpdated[routerIds=[router(r1)]]",
            "compute-1 RoutersUpdated[routerIds=[router(r1)]]"),
        others);
    assertTrue(payload("compute-1").gwPort().isEmpty());
    assertEquals(List.of(), payload("compute-1").snatRouterInterfaces());
    assertTrue(
        server
            .db()
            .agentGatewayPort(server.db().agent("compute-1"), server.db().network("public"))
            .isEmpty());
  }

  @Test
  void deleteRouter_withInterface_isRefused() {
    assertThrows(ApiRefusedException.class, () -> server.deleteRouter("r1"));
  }

  @Test
  void removeInterface_hostHasNoOtherSubnet_removesRouterThere() {
    server.removeRouterInterface("r1", "private-v4");
    assertEquals(
        List.of(
            "compute-1 RouterRemovedFromAgent[routerId=router(r1)]",
            "network-1 RoutersUpdated[routerIds=[router(r1)]]"),
        sent());
    assertEquals(List.of(), payload("network-1").snatRouterInterfaces());
  }

  @Test
  void createRouter_nameUsedAgain_hasAnotherId() {
    server.removeRouterInterface("r1", "private-v4");
    String before = server.db().router("r1").id();
    server.deleteRouter("r1");
    server.createRouter("r1");
    assertFalse(before.equals(server.db().router("r1").id()));
  }

  @Test
  void ids_sameNames_areTheSameInEveryCluster() {
    assertEquals("5dc37dea", server.db().router("r1").id().substring(0, 8));
  }

  @Test
  void portsBySubnet_unboundInstance_isLeftOut() {
    server.createInstance("vm9", "private", Optional.empty(), List.of());
    List<String> owners =
        server.portsBySubnet(server.db().subnet("private-v4").id()).stream()
            .map(NeutronPort::deviceOwner)
            .toList();
    assertEquals(List.of("network:router_interface_distributed", "compute:nova"), owners);
  }

  @Test
  void portsBySubnet_ofAServerBefore2020_areToldBoundOrNot() {
    NeutronServer early = new NeutronServer(Set.of(ServerHabit.PORTS_BOUND_NOWHERE));
    early.createNetwork(
        "private",
        false,
        1500,
        List.of(SubnetRequest.of("private-v4", IpPrefix.parse("10.0.0.0/24"))));
    early.createInstance("vip", "private", Optional.empty(), List.of());
    String subnet = early.db().subnet("private-v4").id();
    assertEquals(0, early.portsBySubnet(subnet).size());
    assertEquals(1, early.portsBySubnetTold(subnet).size());
  }

  @Test
  void setGateway_addressInUse_keepsTheOldOnes() {
    NeutronRouter before = payload("compute-1");
    List<IpAddress> taken = List.of(IpAddress.parse("203.0.113.100"));
    assertThrows(ApiRefusedException.class, () -> server.setGateway("r1", "public", taken));
    assertEquals(before, payload("compute-1"));
    assertEquals(List.of(), sent());
  }

  @Test
  void setGateway_addressInUseOnAnotherNetwork_keepsTheOldGateway() {
    network("partner", true, "198.51.100.0/24");
    NeutronRouter before = payload("compute-1");
    List<IpAddress> gatewaysOwn = List.of(IpAddress.parse("198.51.100.1"));
    assertThrows(ApiRefusedException.class, () -> server.setGateway("r1", "partner", gatewaysOwn));
    assertEquals(before, payload("compute-1"));
    assertEquals(List.of(), sent());
  }

  @Test
  void createRouter_nameInUse_usesUpNoId() {
    assertThrows(ApiRefusedException.class, () -> server.createRouter("r1"));
    server.clearGateway("r1");
    server.removeRouterInterface("r1", "private-v4");
    server.deleteRouter("r1");
    server.createRouter("r1");
    IdFactory ids = new IdFactory();
    ids.newId(ResourceKind.ROUTER, "r1");
    assertEquals(ids.newId(ResourceKind.ROUTER, "r1"), server.db().router("r1").id());
  }

  @Test
  void createFloatingIp_instanceOutOfReach_makesNone() {
    server.createInstance("vm2", "private", Optional.of("compute-1"), List.of());
    server.removeRouterInterface("r1", "private-v4");
    sent();
    assertThrows(
        ApiRefusedException.class,
        () -> server.createFloatingIp("mail", "public", Optional.empty(), Optional.of("vm2")));
    assertTrue(server.db().findFloatingIp("mail").isEmpty());
    assertEquals(List.of(), sent());
  }

  /** Models: neutron/db/l3_dvr_db.py:_get_allowed_address_pair_fixed_ips. */
  @Test
  void setAddressPairs_boundPort_tellsItsFixedIpsAndPairs() {
    server.setAddressPairs("vm1", List.of(IpAddress.parse("10.0.0.100")));
    List<String> told =
        sent().stream()
            .filter(text -> text.startsWith("compute-1"))
            .map(text -> text.replaceAll(".*ipAddress=([0-9.]+),.*", "$1"))
            .toList();
    assertEquals(List.of("10.0.0.3", "10.0.0.100"), told);
    NeutronPort port =
        server.portsBySubnet(server.db().subnet("private-v4").id()).stream()
            .filter(each -> each.deviceOwner().equals("compute:nova"))
            .findFirst()
            .orElseThrow();
    assertEquals("10.0.0.100/32", port.allowedAddressPairs().get(0).ipAddress().toString());
    assertEquals(port.macAddress(), port.allowedAddressPairs().get(0).macAddress());
  }

  @Test
  void setAddressPairs_addressOfNoSubnet_isRefused() {
    assertThrows(
        ApiRefusedException.class,
        () -> server.setAddressPairs("vm1", List.of(IpAddress.parse("10.9.0.1"))));
  }

  @Test
  void createHaRouter_withHostForSnat_hasItsSnatElsewhere() {
    server.createHaRouter("r9");
    server.setGateway("r9", "public", List.of());
    assertEquals(Optional.empty(), server.db().router("r9").snatHost());
    assertThrows(ApiRefusedException.class, () -> server.moveSnat("r9", "network-1"));
  }

  @Test
  void createHaRouter_onHostOfItsInstance_isToldAsSuch() {
    NeutronServer other = new NeutronServer(Set.of());
    other.registerAgent("compute-1", AgentMode.DVR);
    other.createNetwork(
        "net", false, 1500, List.of(SubnetRequest.of("sub", IpPrefix.parse("10.1.0.0/24"))));
    other.createHaRouter("ha");
    other.addRouterInterface("ha", "sub", Optional.empty());
    other.createInstance("vm", "net", Optional.of("compute-1"), List.of());
    String id = other.db().router("ha").id();
    assertTrue(other.syncRouters("compute-1", List.of(id)).get(0).ha());
  }

  @Test
  void syncRouters_serverThatTellsAllFloatingIps_namesTheirHosts() {
    NeutronServer old = new NeutronServer(Set.of(ServerHabit.FLOATING_IPS_OF_ALL_HOSTS));
    old.registerAgent("h1", AgentMode.DVR);
    old.registerAgent("h2", AgentMode.DVR);
    old.createNetwork(
        "public", true, 1500, List.of(SubnetRequest.of("p4", IpPrefix.parse("203.0.113.0/24"))));
    old.createNetwork(
        "net", false, 1500, List.of(SubnetRequest.of("sub", IpPrefix.parse("10.1.0.0/24"))));
    old.createRouter("r");
    old.addRouterInterface("r", "sub", Optional.empty());
    old.setGateway("r", "public", List.of());
    old.createInstance("a", "net", Optional.of("h1"), List.of());
    old.createInstance("b", "net", Optional.of("h2"), List.of());
    old.createFloatingIp("fip", "public", Optional.empty());
    old.associateFloatingIp("fip", "b", Optional.empty());
    List<FloatingIp> told =
        old.syncRouters("h1", List.of(old.db().router("r").id())).get(0).floatingIps();
    assertEquals(Optional.of("h2"), told.get(0).host());
  }

  /** Models: neutron/db/l3_db.py:_notify_subnetpool_address_scope_update */
  @Test
  void setAddressScope_ofOneSubnet_isThatOfAllItsNetworksPool() {
    server.createNetwork(
        "wide",
        false,
        1500,
        List.of(
            SubnetRequest.of("wide-v4", IpPrefix.parse("10.1.0.0/24")),
            SubnetRequest.of("wide-v6", IpPrefix.parse("fd00:1::/64")),
            SubnetRequest.of("wide-w6", IpPrefix.parse("fd00:2::/64"))));
    server.addRouterInterface("r1", "wide-v6", Optional.empty());
    server.createInstance("vm2", "wide", Optional.of("compute-1"), List.of());
    sent();
    server.setAddressScope("wide-w6", Optional.of("scope"));
    assertEquals(List.of("v4 none", "v6 scope", "w6 scope"), scopes("wide"));
    assertEquals(
        List.of(
            "network-1 RoutersUpdated[routerIds=[router(r1)]]",
            "compute-1 RoutersUpdated[routerIds=[router(r1)]]"),
        sent());
    server.setAddressScope("wide-v4", Optional.of("scope"));
    assertEquals(List.of("v4 scope", "v6 scope", "w6 scope"), scopes("wide"));
    assertEquals(List.of(), sent());
  }

  private List<String> scopes(String network) {
    return server.db().network(network).subnets().stream()
        .map(
            subnet ->
                subnet.name().substring(network.length() + 1)
                    + " "
                    + subnet.addressScope().map(AddressScope::name).orElse("none"))
        .toList();
  }
}
