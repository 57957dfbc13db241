package org.dvrsim.kernel;

import static org.dvrsim.kernel.Lab.address;
import static org.dvrsim.kernel.Lab.assertRefused;
import static org.dvrsim.kernel.Lab.down;
import static org.dvrsim.kernel.Lab.main4;
import static org.dvrsim.kernel.Lab.noAddress;
import static org.dvrsim.kernel.Lab.routes;
import static org.dvrsim.kernel.Lab.up;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.base.Errno;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses of both families: their order, their routes, what takes them away. */
final class AddressTest {
  private static final IfName V0 = new IfName("v0");

  private Lab lab;
  private Netns a;

  @BeforeEach
  void connect() {
    lab = Lab.connected();
    a = lab.a;
  }

  private List<String> addresses(IpFamily family) {
    List<String> list = new ArrayList<>();
    for (IfAddress address : a.link(V0).orElseThrow().addresses(family)) {
      list.add(address.cidr() + (address.isSecondary() ? " secondary" : ""));
    }
    return list;
  }

  @Test
  void add_sameNetwork_isSecondary() {
    address(a, "10.0.0.1/24", "v0");
    address(a, "10.0.0.2/24", "v0");
    address(a, "10.0.0.3/25", "v0");
    assertEquals(
        List.of("10.0.0.1/24", "10.0.0.3/25", "10.0.0.2/24 secondary"), addresses(IpFamily.V4));
    assertRefused(
        Errno.EEXIST, "ipv4: Address already assigned", () -> address(a, "10.0.0.2/24", "v0"));
  }

  @Test
  void deletePrimary_takesItsSecondariesAlong() {
    address(a, "10.0.0.1/24", "v0");
    address(a, "10.0.0.2/24", "v0");
    noAddress(a, "10.0.0.1/24", "v0");
    assertEquals(List.of(), addresses(IpFamily.V4));
    assertEquals(List.of(), a.routes(IpFamily.V4));
  }

  @Test
  void deletePrimary_promoting_movesTheNextOneUp() {
    a.sysctl().write("net.ipv4.conf.all.promote_secondaries", "1");
    address(a, "10.0.0.1/24", "v0");
    address(a, "10.0.0.2/24", "v0");
    address(a, "10.0.0.3/24", "v0");
    noAddress(a, "10.0.0.1/24", "v0");
    assertEquals(List.of("10.0.0.2/24", "10.0.0.3/24 secondary"), addresses(IpFamily.V4));
    assertEquals(List.of("10.0.0.0/24 dev v0 src 10.0.0.2"), main4(a));
    assertEquals(
        List.of(
            "local 10.0.0.2/32 dev v0 src 10.0.0.2",
            "local 10.0.0.3/32 dev v0 src 10.0.0.2",
            "broadcast 10.0.0.255/32 dev v0 src 10.0.0.2"),
        routes(a, IpFamily.V4, TableId.LOCAL));
  }

  @Test
  void loopbackUp_withoutAddress_getsItsOwn() {
    up(a, "lo");
    assertEquals(
        List.of(
            "local 127.0.0.0/8 dev lo src 127.0.0.1",
            "local 127.0.0.1/32 dev lo src 127.0.0.1",
            "broadcast 127.255.255.255/32 dev lo src 127.0.0.1"),
        routes(a, IpFamily.V4, TableId.LOCAL));
    assertTrue(routes(a, IpFamily.V6, TableId.LOCAL).contains("local ::1/128 dev lo"));
  }

  @Test
  void rename_relabelsAddresses() {
    address(a, "10.0.0.1/24", "v0");
    address(a, "10.0.0.2/24", "v0");
    a.requests()
        .changeLink(V0, LinkChange.builder().name(java.util.Optional.of(new IfName("x"))).build());
    Link link = a.link(new IfName("x")).orElseThrow();
    assertEquals("x", link.addresses(IpFamily.V4).get(0).label());
    assertEquals("x:2", link.addresses(IpFamily.V4).get(1).label());
  }

  @Test
  void linkLocal_comesWithTheCarrier_andGoesWithTheLink() {
    assertEquals(List.of("fe80::ff:fe00:2/64"), addresses(IpFamily.V6));
    address(a, "2001:db8::1/64", "v0");
    address(a, "2001:db8::2/64", "v0");
    assertEquals(
        List.of("2001:db8::2/64", "2001:db8::1/64", "fe80::ff:fe00:2/64"), addresses(IpFamily.V6));
    down(a, "v0");
    assertEquals(List.of(), addresses(IpFamily.V6));
    assertEquals(List.of(), a.routes(IpFamily.V6));
  }

  @Test
  void disableIpv6_flushesAndRefuses() {
    a.sysctl().write("net.ipv6.conf.v0.disable_ipv6", "1");
    assertEquals(List.of(), addresses(IpFamily.V6));
    assertRefused(
        Errno.EACCES,
        "ipv6: IPv6 is disabled on this device",
        () -> address(a, "2001:db8::1/64", "v0"));
    a.sysctl().write("net.ipv6.conf.v0.disable_ipv6", "0");
    assertEquals(List.of("fe80::ff:fe00:2/64"), addresses(IpFamily.V6));
  }

  @Test
  void forwarding_on_addsAnycastRoutes() {
    address(a, "2001:db8::1/64", "v0");
    a.sysctl().write("net.ipv6.conf.all.forwarding", "1");
    assertEquals(
        true, routes(a, IpFamily.V6, TableId.LOCAL).contains("anycast 2001:db8::/128 dev v0"));
    a.sysctl().write("net.ipv6.conf.all.forwarding", "0");
    assertEquals(
        false, routes(a, IpFamily.V6, TableId.LOCAL).contains("anycast 2001:db8::/128 dev v0"));
  }

  @Test
  void move_losesAddresses() {
    address(a, "10.0.0.1/24", "v0");
    a.requests().changeLink(V0, LinkChange.builder().netns(java.util.Optional.of(Lab.B)).build());
    Link link = lab.b.link(V0).orElseThrow();
    assertEquals(List.of(), link.addresses());
    assertEquals(false, link.isUp());
    assertEquals(false, link.hasQueue());
  }
}
