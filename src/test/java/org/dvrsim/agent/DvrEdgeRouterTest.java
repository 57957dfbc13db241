package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.junit.jupiter.api.Test;

/** Drives an agent in mode dvr_snat on a simulated host. */
class DvrEdgeRouterTest {
  private final AgentWorld world = new AgentWorld(AgentMode.DVR_SNAT);
  private final AgentWorld.RouterBuilder r1 =
      new AgentWorld.RouterBuilder(1).network(1).gateway().snatHost(AgentWorld.HOST);
  private final String snat = "snat-" + r1.id;

  @Test
  void routerAdded_onSnatHost_hasGatewayAndSnatPorts() {
    world.update(r1.build());
    assertEquals(
        List.of("lo", "qg-g0000001-00", "sg-t1000001-0"),
        world.netns(snat).links().stream()
            .map(link -> shorten(link.name().text()))
            .sorted()
            .toList());
    assertTrue(savedNat().contains("-j SNAT --to-source 203.0.113.11"));
  }

  private static String shorten(String name) {
    return name.startsWith("sg-") ? name.substring(0, 13) : name;
  }

  @Test
  void routerUpdated_samePayloadAgain_asksForNoChange() {
    world.update(r1.build());
    world.update(r1.floatingIp(101, "10.1.0.10", "", true).build());
    world.update(r1.build());
    assertEquals(List.of(), world.commands());
  }

  @Test
  void snatHost_movedAway_isNotNoticed() {
    world.update(r1.build());
    world.update(r1.snatHost("network-2").build());
    // The gateway port did not change, so nothing is noticed.
    assertTrue(world.host.kernel().find(new NetnsName(snat)).isPresent());
  }

  @Test
  void centralizedFloatingIp_added_isAddressOfGatewayDevice() {
    world.update(r1.build());
    world.update(r1.floatingIp(101, "10.1.0.10", "", true).build());
    assertTrue(savedNat().contains("-A neutron-l3-agent-PREROUTING -d 203.0.113.101/32 -j DNAT"));
    assertEquals(List.of(Map.of("fip-101", FloatingIpStatus.ACTIVE)), world.statuses);
    world.update(r1.withoutFloatingIp(101).build());
    assertFalse(savedNat().contains("203.0.113.101"));
  }

  private String savedNat() {
    return world.netns(snat).netfilter(IpFamily.V4).saveLines().toString();
  }

  /** The real one's defect: what was passed over for want of a SNAT port is never made good. */
  @Test
  void snatPort_comesAfterItsInterface_isNeverUsed() {
    NeutronRouter whole = r1.build();
    world.update(without(whole, List.of()));
    world.update(whole);
    assertFalse(
        world.netns(snat).links().stream().anyMatch(l -> l.name().text().startsWith("sg-")));
    assertFalse(
        world.netns("qrouter-" + r1.id).rules(IpFamily.V4).stream()
            .anyMatch(rule -> rule.toString().contains("10.1.0.1")));
  }

  private static NeutronRouter without(NeutronRouter router, List<NeutronPort> snatPorts) {
    return new NeutronRouter(
        router.id(),
        router.name(),
        router.distributed(),
        router.ha(),
        router.adminStateUp(),
        router.enableSnat(),
        router.gwPort(),
        router.gwPortHost(),
        router.externalGatewayInfo(),
        router.routes(),
        router.interfaces(),
        snatPorts,
        router.floatingIps(),
        router.floatingIpAgentInterfaces());
  }

  /** The real one's defect: marks of address scopes are never given back. */
  @Test
  void addressScope_afterAThousandOthers_hasNoMarkLeft() {
    RouterAddressScopes scopes =
        new RouterAddressScopes(new DvrLocalRouter(world.agent, r1.build()));
    for (int i = 0; i < 1023; i++) {
      scopes.getAddressScopeMarkMask(Optional.of("scope-" + i));
    }
    AgentError e =
        assertThrows(
            AgentError.class, () -> scopes.getAddressScopeMarkMask(Optional.of("one more")));
    assertEquals("'pop from an empty set'", e.getMessage());
  }
}
