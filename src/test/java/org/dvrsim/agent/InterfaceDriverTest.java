package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Faults;
import org.dvrsim.ops.InjectedFaultException;
import org.dvrsim.ops.NthOpFault;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.SetLink;
import org.junit.jupiter.api.Test;

class InterfaceDriverTest {
  private static final NetnsName NS = new NetnsName("qrouter-1");
  private static final IfName QR = new IfName("qr-1");
  private static final MacAddress MAC = MacAddress.parse("fa:16:3e:00:00:01");

  private final AgentHosts agent = new AgentHosts();

  private void plug() {
    agent.driver.plug("net", "port", QR, MAC, NS, Optional.of(1450));
  }

  private static List<IpInterface> cidrs(String... texts) {
    return java.util.Arrays.stream(texts).map(IpInterface::parse).toList();
  }

  private static List<IpPrefix> prefixes(String... texts) {
    return java.util.Arrays.stream(texts).map(IpPrefix::parse).toList();
  }

  @Test
  void plug_newDevice_portMacNamespaceMtuUp() {
    plug();
    List<String> commands = agent.commands();
    assertTrue(commands.get(0).contains("qr-1"), commands::toString);
    assertEquals(
        List.of(
            "ip link set dev qr-1 address fa:16:3e:00:00:01",
            "ip netns add qrouter-1",
            "ip netns exec qrouter-1 sysctl -w net.ipv4.conf.all.promote_secondaries=1",
            "ip -n qrouter-1 link set dev lo up",
            "ip link set dev qr-1 netns qrouter-1",
            "ip -n qrouter-1 link set dev qr-1 mtu 1450",
            "ip -n qrouter-1 link set dev qr-1 up"),
        commands.subList(1, commands.size()));
  }

  @Test
  void plug_deviceThere_onlySetsTheMtu() {
    plug();
    agent.commands();
    plug();
    assertEquals(List.of("ip -n qrouter-1 link set dev qr-1 mtu 1450"), agent.commands());
  }

  @Test
  void plug_settingTheMacFailsOnce_isTriedAgain() {
    agent.host.plan(new NthOpFault("set_link_attribute", 1));
    plug();
    assertTrue(agent.ipLib.deviceExists(QR, NS));
  }

  @Test
  void plug_namespaceFails_unplugsThePort() {
    agent.host.plan(new NthOpFault("create_netns", 1));
    InjectedFaultError e = assertThrows(InjectedFaultError.class, this::plug);
    assertEquals("injected fault in create_netns", e.getMessage());
    assertTrue(agent.host.bridgePorts().names().isEmpty());
  }

  @Test
  void plug_settingTheMacAlwaysFails_isTriedTenTimesAndUnplugged() {
    agent.host.plan(
        new Faults() {
          @Override
          public void before(Op op) {
            if (op instanceof SetLink set && set.mac().isPresent()) {
              throw new InjectedFaultException(op);
            }
          }
        });
    assertThrows(InjectedFaultError.class, this::plug);
    assertEquals(12, agent.commands().size());
    assertTrue(agent.host.bridgePorts().names().isEmpty());
  }

  @Test
  void initL3_addressesDiffer_takesOldAwayThenAddsNew() {
    plug();
    agent.driver.initL3(QR, cidrs("10.1.0.1/24", "fd00::1/64"), NS, List.of(), false);
    agent.commands();
    agent.driver.initL3(QR, cidrs("10.2.0.1/24", "fd00::1/64"), NS, List.of(), false);
    assertEquals(
        List.of(
            "ip -n qrouter-1 addr del 10.1.0.1/24 dev qr-1",
            "ip -n qrouter-1 addr add 10.2.0.1/24 broadcast 10.2.0.255 scope global dev qr-1"),
        agent.commands());
    agent.driver.initL3(QR, cidrs("10.2.0.1/24", "fd00::1/64"), NS, List.of(), false);
    assertEquals(List.of(), agent.commands());
  }

  @Test
  void initL3_preserved_stays() {
    plug();
    agent.driver.initL3(QR, cidrs("10.1.0.1/24", "203.0.113.9/32"), NS, List.of(), false);
    agent.commands();
    agent.driver.initL3(QR, cidrs("10.1.0.1/24"), NS, prefixes("203.0.113.9/32"), false);
    assertEquals(List.of(), agent.commands());
  }

  @Test
  void initL3_cleanConnections_endsThem() {
    plug();
    agent.driver.initL3(QR, cidrs("10.1.0.1/24"), NS, List.of(), true);
    agent.commands();
    agent.driver.initL3(QR, List.of(), NS, List.of(), true);
    assertEquals(
        List.of(
            "ip -n qrouter-1 addr del 10.1.0.1/24 dev qr-1",
            "ip netns exec qrouter-1 conntrack -D -d 10.1.0.1",
            "ip netns exec qrouter-1 conntrack -D -q 10.1.0.1"),
        agent.commands());
  }

  @Test
  void initL3_noDevice_isNotFound() {
    agent.ipLib.ensureNamespace(NS);
    NetworkInterfaceNotFound e =
        assertThrows(
            NetworkInterfaceNotFound.class,
            () -> agent.driver.initL3(QR, List.of(), NS, List.of(), false));
    assertEquals("Network interface qr-1 not found in namespace qrouter-1.", e.getMessage());
  }

  @Test
  void setOnlinkRoutes_changed_addsAndDeletes() {
    plug();
    agent.driver.initL3(QR, cidrs("10.1.0.1/24"), NS, List.of(), false);
    agent.driver.setOnlinkRoutes(QR, NS, prefixes("10.5.0.0/24", "10.6.0.0/24"), List.of(), true);
    agent.commands();
    agent.driver.setOnlinkRoutes(QR, NS, prefixes("10.7.0.0/24"), prefixes("10.6.0.0/24"), true);
    assertEquals(
        List.of(
            "ip -n qrouter-1 route replace 10.7.0.0/24 table main dev qr-1 proto static scope link",
            "ip -n qrouter-1 route del 10.5.0.0/24 table main dev qr-1 scope link"),
        agent.commands());
  }

  @Test
  void unplug_fails_isPassedOver() {
    plug();
    agent.host.plan(new NthOpFault("delete_port", 1));
    agent.driver.unplug(QR, NS);
    assertTrue(agent.ipLib.deviceExists(QR, NS));
    agent.driver.unplug(QR, NS);
    assertEquals(false, agent.ipLib.deviceExists(QR, NS));
  }
}
