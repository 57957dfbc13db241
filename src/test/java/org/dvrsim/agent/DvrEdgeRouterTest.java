package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
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
}
