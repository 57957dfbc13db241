package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.NthOpFault;
import org.junit.jupiter.api.Test;

class NamespaceTest {
  private static final MacAddress MAC = MacAddress.parse("fa:16:3e:00:00:01");

  private final AgentHosts agent = new AgentHosts();

  private RouterNamespace router(String id) {
    return new RouterNamespace(agent.tools, id, true);
  }

  private NamespaceManager manager() {
    return new NamespaceManager(
        agent.door,
        agent.ipLib,
        new MetadataDriver(agent.door, AgentConf.of(AgentMode.DVR)),
        Map.of("qrouter-", this::router));
  }

  private List<String> names() {
    return agent.host.kernel().names().stream().map(NetnsName::text).collect(Collectors.toList());
  }

  @Test
  void create_router_setsItUpForRouting() {
    router("1").create();
    assertEquals(
        List.of(
            "ip netns add qrouter-1",
            "ip netns exec qrouter-1 sysctl -w net.ipv4.conf.all.promote_secondaries=1",
            "ip -n qrouter-1 link set dev lo up",
            "ip netns exec qrouter-1 sysctl -w net.netfilter.nf_conntrack_tcp_be_liberal=1"
                + " net.ipv4.ip_forward=1 net.ipv4.conf.all.arp_ignore=1"
                + " net.ipv4.conf.all.arp_announce=2 net.ipv6.conf.all.forwarding=1"),
        agent.commands());
  }

  @Test
  void delete_router_takesItsDevicesAlong() {
    router("1").create();
    agent.driver.plug(
        "n", "p", new IfName("qr-1"), MAC, new NetnsName("qrouter-1"), Optional.of(1450));
    router("1").delete();
    assertEquals(List.of(), names());
    assertTrue(agent.host.bridgePorts().names().isEmpty());
  }

  @Test
  void delete_absent_asksForNothing() {
    router("1").delete();
    assertEquals(List.of(), agent.commands());
  }

  @Test
  void delete_fails_isLoggedAndPassedOver() {
    router("1").create();
    agent.host.plan(new NthOpFault("remove_netns", 1));
    router("1").delete();
    assertEquals("InjectedFault", agent.logged.get(0).typeName());
    assertEquals(List.of("qrouter-1"), names());
  }

  @Test
  void around_firstTime_removesWhatWasNotKept() {
    router("1").create();
    router("2").create();
    agent.ipLib.ensureNamespace(new NetnsName("other"));
    NamespaceManager manager = manager();
    manager.around(() -> manager.keepRouter("1"));
    assertEquals(List.of("other", "qrouter-1"), names());
    router("2").create();
    manager.around(() -> {});
    assertEquals(List.of("other", "qrouter-1", "qrouter-2"), names());
  }

  @Test
  void around_bodyFails_removesNothingUntilItSucceeds() {
    router("1").create();
    NamespaceManager manager = manager();
    assertThrows(
        AgentRuntimeError.class,
        () ->
            manager.around(
                () -> {
                  throw new AgentRuntimeError("no server");
                }));
    assertEquals(List.of("qrouter-1"), names());
    manager.around(() -> {});
    assertEquals(List.of(), names());
  }

  @Test
  void ensureRouterCleanup_id_removesItsNamespaces() {
    router("1").create();
    router("2").create();
    manager().ensureRouterCleanup("2");
    assertEquals(List.of("qrouter-1"), names());
  }
}
