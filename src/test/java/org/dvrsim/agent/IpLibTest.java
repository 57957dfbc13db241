package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;
import org.dvrsim.ops.NthOpFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IpLibTest {
  private static final NetnsName NS = new NetnsName("qrouter-1");
  private static final NetnsName FIP = new NetnsName("fip-1");
  private static final NetnsName GONE = new NetnsName("gone");
  private static final IfName RFP = new IfName("rfp-1");
  private static final IfName FPR = new IfName("fpr-1");
  private static final IpInterface HOST = IpInterface.parse("10.1.0.9/32");
  private static final TableId TABLE = TableId.of(16);

  private final AgentHosts agent = new AgentHosts();
  private final IpLib ipLib = agent.ipLib;

  @BeforeEach
  void addPair() {
    ipLib.ensureNamespace(NS);
    ipLib.addVeth(RFP, NS, FPR, FIP);
    ipLib.device(RFP, NS).link().setUp();
    ipLib.device(FPR, FIP).link().setUp();
    ipLib.device(RFP, NS).addr().add(IpInterface.parse("169.254.0.0/31"), false);
    agent.commands();
  }

  private IpDevice rfp() {
    return ipLib.device(RFP, NS);
  }

  @Test
  void addVeth_namesTaken_isRefused() {
    InterfaceAlreadyExists e =
        assertThrows(
            InterfaceAlreadyExists.class, () -> ipLib.addVeth(RFP, NS, new IfName("x"), FIP));
    assertEquals("Interface rfp-1 already exists.", e.getMessage());
  }

  @Test
  void addIpRule_again_asksForNothing() {
    ipLib.addIpRule(NS, HOST, TABLE, 54824);
    assertEquals(1, agent.commands().size());
    ipLib.addIpRule(NS, HOST, TABLE, 54824);
    assertEquals(List.of(), agent.commands());
  }

  @Test
  void addIpRule_byDeviceAgain_asksForNothing() {
    TableId table = TableId.of(2852018311L);
    ipLib.addIpRule(FIP, IpFamily.V4, FPR, table, 2852018311L);
    ipLib.addIpRule(FIP, IpFamily.V4, FPR, table, 2852018311L);
    assertEquals(1, agent.commands().size());
    List<AgentIpRule> rules = ipLib.listIpRules(FIP, IpFamily.V4);
    AgentIpRule last = rules.get(rules.size() - 1);
    assertEquals(
        new AgentIpRule(IpInterface.parse("0.0.0.0/0"), table, 2852018311L, Optional.of(FPR)),
        last);
  }

  @Test
  void deleteIpRule_absent_isNoError() {
    ipLib.deleteIpRule(NS, HOST, TABLE, 54824);
    assertEquals(Optional.empty(), lastError());
  }

  private Optional<String> lastError() {
    var entries = agent.trace.entries();
    return RecordedErrors.nameOf(entries.get(entries.size() - 1), agent.host.kernel());
  }

  @Test
  void deleteIpRule_namespaceGone_isNotFound() {
    NetworkNamespaceNotFound e =
        assertThrows(
            NetworkNamespaceNotFound.class, () -> ipLib.deleteIpRule(GONE, HOST, TABLE, 1));
    assertEquals(
        "Network namespace Network namespace gone could not be found. could not be found.",
        e.getMessage());
    assertEquals(Optional.of("NetworkNamespaceNotFound"), lastError());
  }

  @Test
  void listIpRules_namespaceGone_isNotFound() {
    assertThrows(NetworkNamespaceNotFound.class, () -> ipLib.listIpRules(GONE, IpFamily.V4));
  }

  @Test
  void addGateway_reachable_isListed() {
    IpAddress gateway = IpAddress.parse("169.254.0.1");
    rfp().route().addGateway(gateway, Optional.empty());
    assertEquals(Optional.of(gateway), rfp().route().getGateway(IpFamily.V4));
    rfp().route().deleteGateway(gateway, Optional.empty());
    assertEquals(Optional.empty(), rfp().route().getGateway(IpFamily.V4));
    rfp().route().deleteGateway(gateway, Optional.empty());
    assertEquals(Optional.empty(), lastError());
  }

  @Test
  void addGateway_unreachable_isANetlinkError() {
    NetlinkError e =
        assertThrows(
            NetlinkError.class,
            () -> rfp().route().addGateway(IpAddress.parse("203.0.113.1"), Optional.empty()));
    assertEquals("(101, 'Network is unreachable')", e.getMessage());
    assertEquals(Optional.of("NetlinkError"), lastError());
  }

  @Test
  void addGateway_deviceGone_isNotFound() {
    IpDevice device = ipLib.device(new IfName("none"), NS);
    assertThrows(
        NetworkInterfaceNotFound.class,
        () -> device.route().addGateway(IpAddress.parse("169.254.0.1"), Optional.empty()));
  }

  @Test
  void routes_namespaceGone_isAnOsErrorWhereADeviceIsNamed() {
    IpDevice device = ipLib.device(RFP, GONE);
    OsError e =
        assertThrows(
            OsError.class,
            () -> device.route().addGateway(IpAddress.parse("169.254.0.1"), Optional.empty()));
    assertEquals("FileNotFoundError", e.typeName());
    assertThrows(OsError.class, () -> device.route().getGateway(IpFamily.V4));
    assertThrows(
        NetworkNamespaceNotFound.class,
        () -> ipLib.addIpRoute(GONE, IpPrefix.parse("10.9.0.0/16"), IpAddress.parse("10.0.0.1")));
  }

  @Test
  void listDestinations_routesViaPeer_areListed() {
    IpAddress peer = IpAddress.parse("169.254.0.1");
    rfp().route().addRoute(IpPrefix.parse("203.0.113.7/32"), peer);
    rfp().route().addRoute(IpPrefix.parse("10.9.0.0/24"), peer);
    assertEquals(
        List.of(IpPrefix.parse("10.9.0.0/24"), IpPrefix.parse("203.0.113.7/32")),
        rfp().route().listDestinations(IpFamily.V4, peer));
  }

  @Test
  void flush_table_deletesItsRoutes() {
    IpAddress peer = IpAddress.parse("169.254.0.1");
    rfp().route().addGateway(peer, Optional.of(TABLE));
    agent.commands();
    rfp().route().flush(IpFamily.V4, TABLE);
    assertEquals(1, agent.commands().size());
    rfp().route().flush(IpFamily.V4, TABLE);
    assertEquals(List.of(), agent.commands());
  }

  @Test
  void addAddress_twice_isRefused() {
    IpAddressAlreadyExists e =
        assertThrows(
            IpAddressAlreadyExists.class,
            () -> rfp().addr().add(IpInterface.parse("169.254.0.0/31")));
    assertEquals("IP address 169.254.0.0 already configured on rfp-1.", e.getMessage());
  }

  @Test
  void deleteAddress_absent_isNoError() {
    rfp().addr().delete(IpInterface.parse("10.0.0.1/24"));
    assertEquals(Optional.empty(), lastError());
  }

  @Test
  void listAddresses_to_matchesLengthToo() {
    assertEquals(1, rfp().addr().list(IpInterface.parse("169.254.0.0/31")).size());
    assertEquals(0, rfp().addr().list(IpInterface.parse("169.254.0.0/30")).size());
    assertEquals(1, rfp().addr().list(IpInterface.parse("169.254.0.0/32")).size());
  }

  @Test
  void neigh_addDelete_absentIsNoError() {
    MacAddress mac = MacAddress.parse("fa:16:3e:00:00:09");
    IpAddress address = IpAddress.parse("169.254.0.1");
    rfp().neigh().add(address, mac);
    rfp().neigh().delete(address, mac);
    rfp().neigh().delete(address, mac);
    assertEquals(Optional.empty(), lastError());
    assertThrows(
        NetworkInterfaceNotFound.class,
        () -> ipLib.device(new IfName("none"), NS).neigh().delete(address, mac));
    assertThrows(
        NetworkNamespaceNotFound.class, () -> ipLib.device(RFP, GONE).neigh().add(address, mac));
  }

  @Test
  void sysctl_fails_tellsSo() {
    assertEquals(false, ipLib.sysctl(NS, "net.ipv4.conf.none.forwarding", "1"));
    agent.host.plan(new NthOpFault("sysctl", 1));
    assertEquals(false, ipLib.sysctl(NS, "net.ipv4.ip_forward", "1"));
    assertTrue(ipLib.sysctl(NS, "net.ipv4.ip_forward", "1"));
  }

  @Test
  void delVeth_oneEnd_takesBoth() {
    ipLib.delVeth(FPR, FIP);
    assertEquals(false, rfp().exists());
    assertThrows(NetworkInterfaceNotFound.class, () -> ipLib.delVeth(FPR, FIP));
  }

  @Test
  void getDevices_namespace_leavesOutLo() {
    assertEquals(List.of(RFP), ipLib.getDevices(NS));
    assertEquals(List.of(), ipLib.getDevices(GONE));
  }
}
