package org.dvrsim.kernel;

import static org.dvrsim.kernel.Lab.add;
import static org.dvrsim.kernel.Lab.address;
import static org.dvrsim.kernel.Lab.assertRefused;
import static org.dvrsim.kernel.Lab.delete;
import static org.dvrsim.kernel.Lab.down;
import static org.dvrsim.kernel.Lab.get;
import static org.dvrsim.kernel.Lab.main4;
import static org.dvrsim.kernel.Lab.noAddress;
import static org.dvrsim.kernel.Lab.routes;
import static org.dvrsim.kernel.Lab.up;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dvrsim.base.Errno;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IPv4 route tables: what is taken, in which order it is kept, what is lost when. */
final class FibTest {
  private Lab lab;
  private Netns a;

  @BeforeEach
  void connect() {
    lab = Lab.connected();
    a = lab.a;
    address(a, "10.0.0.1/24", "v0");
  }

  @Test
  void addRoute_duplicate_failsWithEexist() {
    add(a, "10.5.0.0/16 via 10.0.0.2");
    assertRefused(Errno.EEXIST, "", () -> add(a, "10.5.0.0/16 via 10.0.0.3"));
    assertEquals(
        List.of("10.0.0.0/24 dev v0 src 10.0.0.1", "10.5.0.0/16 via 10.0.0.2 dev v0"), main4(a));
  }

  @Test
  void addRoute_gatewayOnNoLink_failsWithEnetunreach() {
    assertRefused(
        Errno.ENETUNREACH,
        "Nexthop has invalid gateway",
        () -> add(a, "10.5.0.0/16 via 203.0.113.1"));
  }

  @Test
  void addRoute_gatewayKnownToItsTableOnly_isTaken() {
    add(a, "203.0.113.0/24 dev v0 table 16");
    add(a, "default via 203.0.113.1 table 16");
    assertEquals(
        List.of("0.0.0.0/0 via 203.0.113.1 dev v0", "203.0.113.0/24 dev v0"),
        routes(a, IpFamily.V4, new TableId(16)));
  }

  @Test
  void addRoute_deviceDown_failsWithEnetdown() {
    down(a, "v0");
    assertRefused(
        Errno.ENETDOWN, "Device for nexthop is not up", () -> add(a, "10.5.0.0/16 dev v0"));
  }

  @Test
  void addRoute_refused_makesItsTable() {
    TableId table = new TableId(77);
    assertFalse(a.hasTable(IpFamily.V4, table));
    assertRefused(
        Errno.ENETUNREACH,
        "Nexthop has invalid gateway",
        () -> add(a, "10.5.0.0/16 via 203.0.113.1 table 77"));
    assertTrue(a.hasTable(IpFamily.V4, table));
  }

  @Test
  void routes_ofOneAddress_listTheLongestFirst() {
    add(a, "10.0.0.0/8 dev v0");
    add(a, "default dev v0");
    add(a, "10.0.0.0/16 dev v0");
    assertEquals(
        List.of(
            "0.0.0.0/0 dev v0",
            "10.0.0.0/24 dev v0 src 10.0.0.1",
            "10.0.0.0/16 dev v0",
            "10.0.0.0/8 dev v0"),
        main4(a));
  }

  @Test
  void appendAndPrepend_equalMetric_goBehindAndBefore() {
    add(a, "10.5.0.0/16 via 10.0.0.2");
    add(a, RequestMode.APPEND, "10.5.0.0/16 via 10.0.0.3");
    add(a, RequestMode.PREPEND, "10.5.0.0/16 via 10.0.0.4");
    add(a, "10.5.0.0/16 via 10.0.0.5 metric 10");
    assertEquals(
        List.of(
            "10.5.0.0/16 via 10.0.0.4 dev v0",
            "10.5.0.0/16 via 10.0.0.2 dev v0",
            "10.5.0.0/16 via 10.0.0.3 dev v0",
            "10.5.0.0/16 via 10.0.0.5 dev v0 metric 10"),
        main4(a).subList(1, 5));
    assertRefused(Errno.EEXIST, "", () -> add(a, RequestMode.APPEND, "10.5.0.0/16 via 10.0.0.3"));
  }

  @Test
  void replace_firstOfMetric_changesThatOneOnly() {
    add(a, "10.5.0.0/16 via 10.0.0.2");
    add(a, RequestMode.APPEND, "10.5.0.0/16 via 10.0.0.3");
    add(a, RequestMode.REPLACE, "10.5.0.0/16 via 10.0.0.9");
    assertEquals(
        List.of("10.5.0.0/16 via 10.0.0.9 dev v0", "10.5.0.0/16 via 10.0.0.3 dev v0"),
        main4(a).subList(1, 3));
    assertRefused(Errno.EEXIST, "", () -> add(a, RequestMode.REPLACE, "10.5.0.0/16 via 10.0.0.3"));
  }

  @Test
  void change_nothingThere_failsWithEnoent() {
    assertRefused(Errno.ENOENT, "", () -> add(a, RequestMode.CHANGE, "10.5.0.0/16 via 10.0.0.2"));
  }

  @Test
  void delete_withoutMetric_takesTheLowest() {
    add(a, "10.5.0.0/16 via 10.0.0.2 metric 20");
    add(a, "10.5.0.0/16 via 10.0.0.2 metric 10");
    delete(a, "10.5.0.0/16");
    assertEquals("10.5.0.0/16 via 10.0.0.2 dev v0 metric 20", main4(a).get(1));
    delete(a, "10.5.0.0/16");
    assertRefused(Errno.ESRCH, "", () -> delete(a, "10.5.0.0/16"));
  }

  @Test
  void delete_tableNeverMade_saysSo() {
    assertRefused(
        Errno.ESRCH, "FIB table does not exist", () -> delete(a, "10.5.0.0/16 table 999"));
  }

  @Test
  void deviceDown_dropsAllButLocalRoutes() {
    add(a, "default via 10.0.0.2");
    down(a, "v0");
    assertEquals(List.of(), main4(a));
    assertEquals(
        List.of("local 10.0.0.1/32 dev v0 src 10.0.0.1"), routes(a, IpFamily.V4, TableId.LOCAL));
    up(a, "v0");
    assertEquals(List.of("10.0.0.0/24 dev v0 src 10.0.0.1"), main4(a));
  }

  @Test
  void peerDown_marksRoutesUntilItIsUpAgain() {
    add(a, "default via 10.0.0.2");
    down(lab.b, "w0");
    assertEquals(
        List.of(
            "0.0.0.0/0 via 10.0.0.2 dev v0 linkdown", "10.0.0.0/24 dev v0 linkdown src 10.0.0.1"),
        main4(a));
    assertEquals("0.0.0.0/0 via 10.0.0.2 dev v0 linkdown", get(a, "8.8.8.8"));
    up(lab.b, "w0");
    assertEquals("0.0.0.0/0 via 10.0.0.2 dev v0", main4(a).get(0));
  }

  @Test
  void addressGone_takesRoutesPreferringItOutOfMain() {
    address(a, "10.9.0.1/24", "v0");
    add(a, "10.5.0.0/16 via 10.0.0.2 src 10.9.0.1");
    add(a, "10.5.0.0/16 via 10.0.0.2 src 10.9.0.1 table 16");
    noAddress(a, "10.9.0.1/24", "v0");
    assertEquals(List.of("10.0.0.0/24 dev v0 src 10.0.0.1"), main4(a));
    assertEquals(1, a.routes(IpFamily.V4, new TableId(16)).size());
  }

  @Test
  void lookup_localAndMain_areOneUntilARuleIsAdded() {
    add(a, "10.7.0.0/16 dev lo table local type LOCAL scope host");
    add(a, "10.7.1.0/24 via 10.0.0.2");
    assertEquals("10.7.1.0/24 via 10.0.0.2 dev v0", get(a, "10.7.1.1"));
    a.requests().addRule(Lab.rule().table(new TableId(16)).build());
    assertEquals("local 10.7.0.0/16 dev lo", get(a, "10.7.1.1"));
  }

  @Test
  void lookup_throwRoute_goesOnWithTheNextRule() {
    add(a, "10.5.0.0/16 type THROW table 16");
    add(a, "default via 10.0.0.2");
    a.requests().addRule(Lab.rule().table(new TableId(16)).priority(100).build());
    assertEquals("0.0.0.0/0 via 10.0.0.2 dev v0", get(a, "10.5.0.1"));
    add(a, RequestMode.REPLACE, "10.5.0.0/16 type PROHIBIT table 16");
    assertEquals("EACCES", get(a, "10.5.0.1"));
  }

  @Test
  void version_growsWithEveryChangeOnly() {
    long before = a.version();
    assertRefused(
        Errno.ENETUNREACH,
        "Nexthop has invalid gateway",
        () -> add(a, "10.5.0.0/16 via 203.0.113.1"));
    assertEquals(before, a.version());
    add(a, "10.5.0.0/16 via 10.0.0.2");
    assertTrue(a.version() > before);
  }
}
