package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;
import org.junit.jupiter.api.Test;

/** Drives an agent in mode dvr on a simulated host. */
class DvrLocalRouterTest {
  private final AgentWorld world = new AgentWorld(AgentMode.DVR);
  private final AgentWorld.RouterBuilder r1 = new AgentWorld.RouterBuilder(1);
  private final String qrouter = "qrouter-" + r1.id;
  private final String fip = "fip-" + AgentWorld.EXT_NET;

  @Test
  void routerAdded_withGateway_linksRouterToFipNamespace() {
    world.update(r1.network(1).gateway().build());
    assertTrue(world.netns(qrouter).link(new IfName("rfp-" + r1.id.substring(0, 10))).isPresent());
    assertTrue(world.netns(fip).link(new IfName("fpr-" + r1.id.substring(0, 10))).isPresent());
    assertTrue(world.netns(fip).link(new IfName("fg-a0000000-00")).isPresent());
    assertEquals(List.of(), world.agent.log().exceptions());
  }

  @Test
  void routerUpdated_samePayloadAgain_asksForNoChange() {
    world.update(r1.network(1).gateway().build());
    world.update(r1.floatingIp(101, "10.1.0.10").build());
    world.update(r1.build());
    assertEquals(List.of(), world.commands());
  }

  @Test
  void routerUpdated_floatingIpsFromTheStart_reordersRulesOnce() {
    world.update(r1.network(1).gateway().floatingIp(101, "10.1.0.10").build());
    world.update(r1.build());
    assertEquals(1, world.commands().size());
    world.update(r1.build());
    assertEquals(List.of(), world.commands());
  }

  @Test
  void floatingIp_added_getsRuleAndRouteAndStatus() {
    world.update(r1.network(1).gateway().build());
    world.update(r1.floatingIp(101, "10.1.0.10").build());
    assertEquals(1, rulesOfTable16());
    assertTrue(hasFipRoute(101));
    assertEquals(List.of(Map.of("fip-101", FloatingIpStatus.ACTIVE)), world.statuses);
  }

  @Test
  void floatingIp_removed_leavesNothing() {
    world.update(r1.network(1).gateway().floatingIp(101, "10.1.0.10").build());
    world.statuses.clear();
    world.update(r1.withoutFloatingIp(101).build());
    assertEquals(0, rulesOfTable16());
    assertFalse(hasFipRoute(101));
    assertEquals(List.of(Map.of("fip-101", FloatingIpStatus.DOWN)), world.statuses);
  }

  @Test
  void floatingIp_moved_keepsOneRule() {
    world.update(r1.network(1).gateway().floatingIp(101, "10.1.0.10").build());
    world.update(r1.floatingIp(101, "10.1.0.11").build());
    assertEquals(1, rulesOfTable16());
    assertTrue(world.rules(qrouter).toString().contains("10.1.0.11"));
  }

  @Test
  void floatingIp_ofAnotherHost_isReportedWithoutStatus() {
    world.update(r1.network(1).gateway().build());
    world.update(r1.floatingIp(101, "10.1.0.10", "compute-2", false).build());
    assertEquals(0, rulesOfTable16());
    assertEquals(List.of(Map.of("fip-101", FloatingIpStatus.NONE)), world.statuses);
  }

  @Test
  void ruleAddition_fails_reportsErrorOnce() {
    world.update(r1.network(1).gateway().build());
    world.updateFailing(r1.floatingIp(101, "10.1.0.10").build(), "add_ip_rule", 1);
    assertEquals(List.of(Map.of("fip-101", FloatingIpStatus.ERROR)), world.statuses);
    assertEquals(
        List.of("InjectedFault", "FloatingIpSetupException"),
        world.agent.log().exceptions().stream().map(AgentError::typeName).toList());
  }

  @Test
  void redirection_fails_isLoggedAndForgotten() {
    world.updateFailing(r1.network(1).gateway().build(), "add_ip_rule", 1);
    assertEquals(1, world.agent.log().exceptions().size());
    assertEquals(List.of(r1.id), world.agent.routerIds());
  }

  @Test
  void routerDeleted_leavesFipNamespaceAlone() {
    world.update(r1.network(1).gateway().floatingIp(101, "10.1.0.10").build());
    world.delete(r1.id);
    assertEquals(List.of(new NetnsName(fip)), world.host.kernel().names());
    assertEquals(List.of(), world.agent.routerIds());
  }

  @Test
  void fipnamespaceDeleteOnExtNet_afterItsRouterWasDeleted_removesIt() {
    world.update(r1.network(1).gateway().build());
    world.delete(r1.id);
    world.agent.fipnamespaceDeleteOnExtNet(AgentWorld.EXT_NET);
    assertEquals(List.of(), world.host.kernel().names());
  }

  @Test
  void gatewayCleared_takesLinkAndRedirectionAway() {
    world.update(r1.network(1).gateway().build());
    world.update(r1.noGateway().build());
    assertFalse(world.netns(fip).link(new IfName("fpr-" + r1.id.substring(0, 10))).isPresent());
    assertEquals(3, world.rules(qrouter).size());
  }

  @Test
  void restart_withSameRouters_keepsThem() {
    world.update(r1.network(1).gateway().floatingIp(101, "10.1.0.10").build());
    List<String> rules = world.rules(qrouter);
    world.restart();
    assertEquals(rules, world.rules(qrouter));
    assertEquals(List.of(r1.id), world.agent.routerIds());
  }

  @Test
  void restart_withoutRouter_removesItsNamespaces() {
    world.update(r1.network(1).gateway().build());
    world.db.clear();
    world.restart();
    assertEquals(List.of(), world.host.kernel().names());
  }

  @Test
  void ecmp_secondHopAdded_makesRouteMultipath() {
    ExtraRoute one = route("172.16.0.0/24", "10.1.0.20");
    ExtraRoute two = route("172.16.0.0/24", "10.1.0.21");
    world.update(r1.network(1).routes(List.of(one)).build());
    world.update(r1.routes(List.of(one, two)).build());
    assertTrue(
        world.netns(qrouter).routes(IpFamily.V4, TableId.MAIN).stream()
            .anyMatch(r -> r.isMultipath() && r.destination().equals(one.destination())));
  }

  private static ExtraRoute route(String destination, String nexthop) {
    return new ExtraRoute(IpPrefix.parse(destination), IpAddress.parse(nexthop));
  }

  private long rulesOfTable16() {
    return world.netns(qrouter).rules(IpFamily.V4).stream()
        .filter(rule -> rule.table().equals(FipNamespace.FIP_RT_TBL))
        .count();
  }

  private boolean hasFipRoute(int lastOctet) {
    IpPrefix prefix = IpPrefix.parse("203.0.113." + lastOctet + "/32");
    return world.netns(fip).routes(IpFamily.V4, TableId.MAIN).stream()
        .anyMatch(route -> route.destination().equals(prefix));
  }
}
