package org.dvrsim.kernel;

import static org.dvrsim.kernel.Lab.add;
import static org.dvrsim.kernel.Lab.address;
import static org.dvrsim.kernel.Lab.assertRefused;
import static org.dvrsim.kernel.Lab.down;
import static org.dvrsim.kernel.Lab.get;
import static org.dvrsim.kernel.Lab.routes;
import static org.dvrsim.kernel.Lab.up;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.TableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What random scripts showed a real Linux 6.18 to do otherwise than once thought. */
final class FoundDifferencesTest {
  private static final IfName V0 = new IfName("v0");
  private static final TableId MAIN = TableId.MAIN;

  private Lab lab;
  private Netns a;

  @BeforeEach
  void connect() {
    lab = Lab.connected();
    a = lab.a;
  }

  @Test
  void addressOfNetworkZero_isLocal() {
    address(a, "0.0.0.5/8", "v0");
    assertTrue(
        routes(a, IpFamily.V4, TableId.LOCAL).contains("local 0.0.0.5/32 dev v0 src 0.0.0.5"));
  }

  @Test
  void refusalInMain_isFinal_thoughDefaultHasARoute() {
    address(a, "10.0.0.1/24", "v0");
    add(a, "10.5.0.0/16 type BLACKHOLE");
    add(a, "10.5.0.0/20 via 10.0.0.8 table default");
    assertEquals("EINVAL", get(a, "10.5.0.1"));
    add(a, "10.5.1.0/24 type THROW");
    assertEquals("10.5.0.0/20 via 10.0.0.8 dev v0", get(a, "10.5.1.1"));
  }

  @Test
  void loopbackUp_withAnotherAddress_getsItsOwnFirst() {
    address(a, "10.0.1.255/24", "lo");
    up(a, "lo");
    assertEquals(
        "127.0.0.1/8",
        a.link(IfName.LO).orElseThrow().addresses(IpFamily.V4).get(0).cidr().toString());
  }

  @Test
  void defaultRoute6_deletedWhereNoneIs_failsWithEnoent() {
    assertRefused(Errno.ENOENT, "", () -> Lab.delete(a, "::/0"));
    assertRefused(Errno.ESRCH, "", () -> Lab.delete(a, "::/0 dev v0"));
    assertRefused(Errno.ESRCH, "", () -> Lab.delete(a, "2001:db8::/64"));
    assertRefused(Errno.ENOENT, "", () -> add(a, RequestMode.CHANGE, "::/0 via fe80::9 dev v0"));
  }

  @Test
  void route6_preferringLoopbacksAddress_isRefusedElsewhere() {
    up(a, "lo");
    assertRefused(
        Errno.EINVAL,
        "Invalid source address",
        () -> add(a, "2001:db8:9::/64 via fe80::99 dev v0 src ::1"));
  }

  @Test
  void neighbourRefusedForWantOfMac_leavesAnEntry() {
    address(a, "10.0.0.1/24", "v0");
    assertRefused(
        Errno.EINVAL,
        "No link layer address given",
        () ->
            a.requests()
                .addNeighbour(
                    V0,
                    NeighbourSpec.of(IpAddress.parse("10.0.0.2"), Optional.empty(), NudState.STALE),
                    RequestMode.ADD));
    assertEquals(
        NudState.NONE,
        a.neighbour(a.link(V0).orElseThrow(), IpAddress.parse("10.0.0.2")).orElseThrow().state());
  }

  @Test
  void broadcastAddressAdded_keepsItsPermanentNeighbour() {
    MacAddress mac = MacAddress.parse("02:00:00:00:00:99");
    IpAddress broadcast = IpAddress.parse("10.0.1.255");
    a.requests()
        .addNeighbour(
            V0, NeighbourSpec.of(broadcast, Optional.of(mac), NudState.PERMANENT), RequestMode.ADD);
    address(a, "10.0.1.1/24", "v0");
    assertTrue(a.neighbour(a.link(V0).orElseThrow(), broadcast).isPresent());
  }

  @Test
  void ignoredLinkdown_showsRoutesDead() {
    address(a, "10.0.0.1/24", "v0");
    down(lab.b, "w0");
    assertFalse(a.routes(IpFamily.V4, MAIN).get(0).hop().dead());
    a.sysctl().write("net.ipv4.conf.v0.ignore_routes_with_linkdown", "1");
    assertTrue(a.routes(IpFamily.V4, MAIN).get(0).hop().dead());
    assertEquals("ENETUNREACH", get(a, "10.0.0.2"));
  }

  @Test
  void addrGenMode_backToEui64_makesAddressesWithoutCarrier() {
    down(lab.b, "w0");
    a.sysctl().write("net.ipv6.conf.all.addr_gen_mode", "1");
    a.sysctl().write("net.ipv6.conf.all.addr_gen_mode", "0");
    assertEquals("0", a.sysctl().read("net.ipv6.conf.default.addr_gen_mode"));
    assertEquals(
        "::1", a.link(IfName.LO).orElseThrow().addresses(IpFamily.V6).get(0).local().toString());
  }

  @Test
  void deviceDown_multipath6OverItAlone_isRemovedWhole() {
    address(a, "2001:db8::1/64", "v0");
    a.requests()
        .addRoute(
            RequestMode.ADD,
            RouteSpec.to(org.dvrsim.net.IpPrefix.parse("2001:db8:9::/64"), MAIN)
                .nextHops(
                    List.of(
                        new RouteSpec.HopSpec(
                            Optional.of(IpAddress.parse("2001:db8::2")), Optional.of(V0), 1, false),
                        new RouteSpec.HopSpec(
                            Optional.of(IpAddress.parse("2001:db8::3")),
                            Optional.of(V0),
                            1,
                            false)))
                .build());
    assertTrue(a.routes(IpFamily.V6, MAIN).stream().anyMatch(Route::isMultipath));
    a.requests().deleteLink(V0);
    assertEquals(List.of(), a.routes(IpFamily.V6, MAIN));
  }
}
