package org.dvrsim.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.dvrsim.base.SimClock;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.LinkChange;
import org.dvrsim.kernel.NeighbourSpec;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.NudState;
import org.dvrsim.kernel.RequestMode;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatapathTest {
  private static final IpAddress OUTSIDE = IpAddress.parse("172.24.4.1");
  private static final IpAddress FLOATING = IpAddress.parse("172.24.4.20");
  private static final IpAddress FIXED = IpAddress.parse("10.0.1.5");

  private final SimClock clock = new SimClock();
  private final Datapath datapath = new Datapath(clock);
  private Netns router;
  private Netns instance;
  private Netns fip;
  private Netns outside;

  @BeforeEach
  void build() {
    AtomicLong next = new AtomicLong(0x0216_3e00_0001L);
    Kernel kernel = new Kernel((netns, name) -> new MacAddress(next.getAndIncrement()));
    FloatingIpTopology.build(kernel);
    router = kernel.netns(new NetnsName("k-a"));
    instance = kernel.netns(new NetnsName("k-b"));
    fip = kernel.netns(new NetnsName("k-c"));
    outside = kernel.netns(new NetnsName("k-d"));
  }

  private ProbeResult ping(Netns from, IpAddress to) {
    return datapath.probe(from, ProbeRequest.ping(to));
  }

  private static void iptables(Netns netns, String rules) {
    netns.netfilter(IpFamily.V4).restore(rules + "\nCOMMIT\n", true);
  }

  @Test
  void floatingIp_out_seenAsFloatingAddress() {
    ProbeResult result = ping(instance, OUTSIDE);
    assertTrue(result.answered());
    assertEquals(FLOATING, result.request().packet().source());
  }

  @Test
  void floatingIp_in_reachesInstance() {
    ProbeResult result = ping(outside, FLOATING);
    assertTrue(result.answered());
    assertEquals(FIXED, result.request().packet().destination());
    assertEquals(FLOATING, result.answer().packet().source());
  }

  @Test
  void forward_switchedOff_notForwarded() {
    router.sysctl().write("net.ipv4.ip_forward", "0");
    ProbeResult result = ping(instance, OUTSIDE);
    assertFalse(result.answered());
    assertEquals(Disposition.NOT_FORWARDED, result.request().how());
    assertEquals(router, result.request().netns());
  }

  @Test
  void forward_strictReversePath_dropsAndSaysWhere() {
    fip.sysctl().write("net.ipv4.conf.fpr-1.rp_filter", "1");
    ProbeResult result = datapath.probe(instance, ProbeRequest.ping(OUTSIDE));
    assertTrue(result.answered());
    fip.sysctl().write("net.ipv4.conf.fg-1.rp_filter", "1");
    IpAddress strange = IpAddress.parse("169.254.106.114");
    ProbeResult spoofed = datapath.probe(outside, ProbeRequest.ping(FLOATING).from(strange));
    assertEquals(Disposition.RP_FILTER, spoofed.request().how());
    assertEquals(fip, spoofed.request().netns());
  }

  @Test
  void forward_ruleRejects_senderIsTold() {
    iptables(router, "*filter\n-A FORWARD -p icmp -j REJECT --reject-with icmp-host-prohibited");
    ProbeResult result = ping(instance, OUTSIDE);
    assertEquals(Disposition.REJECTED, result.request().how());
    assertEquals(IcmpMessage.DEST_UNREACH, result.error().type());
    assertEquals(10, result.error().code());
  }

  @Test
  void forward_policyDrops_filtered() {
    iptables(router, "*filter\n:FORWARD DROP [0:0]");
    assertEquals(Disposition.FILTERED, ping(instance, OUTSIDE).request().how());
  }

  @Test
  void forward_noRoute_netUnreachableAndNoRoute() {
    ProbeResult result = ping(instance, IpAddress.parse("8.8.8.8"));
    assertEquals(Disposition.NO_ROUTE, result.request().how());
    assertEquals(0, result.error().code());
  }

  @Test
  void forward_unansweredNeighbour_hostUnreachable() {
    ProbeResult result = ping(instance, IpAddress.parse("172.24.4.77"));
    assertEquals(Disposition.NEIGHBOUR_FAILED, result.request().how());
    assertEquals(1, result.error().code());
  }

  @Test
  void forward_ttlUsedUp_timeExceeded() {
    PingRequest request =
        new PingRequest(
            OUTSIDE,
            null,
            null,
            1,
            1,
            PingRequest.DEFAULT_LENGTH,
            1,
            0,
            0,
            false,
            PathMtuDiscovery.WANT);
    PingResult result = datapath.ping(instance, request);
    assertFalse(result.isAnswered());
    assertEquals(IcmpMessage.TIME_EXCEEDED, result.events().get(0).error().type());
  }

  @Test
  void transmit_linkDown_saysSo() {
    outside.requests().changeLink(new IfName("eth0"), LinkChange.up(false));
    ProbeResult result = ping(instance, OUTSIDE);
    assertFalse(result.answered());
    assertEquals(Disposition.NEIGHBOUR_FAILED, result.request().how());
  }

  @Test
  void receive_otherHostsMac_notForUs() {
    instance
        .requests()
        .addNeighbour(
            new IfName("eth0"),
            NeighbourSpec.of(
                IpAddress.parse("10.0.1.1"),
                Optional.of(MacAddress.parse("02:00:00:00:00:99")),
                NudState.PERMANENT),
            RequestMode.REPLACE);
    assertEquals(Disposition.NOT_FOR_US, ping(instance, OUTSIDE).request().how());
  }

  @Test
  void connect_closedPort_refused() {
    ProbeResult result = datapath.probe(instance, ProbeRequest.connect(OUTSIDE, 80));
    assertFalse(result.answered());
    assertEquals(Disposition.NO_LISTENER, result.request().how());
    datapath.openPort(outside, 80);
    assertTrue(datapath.probe(instance, ProbeRequest.connect(OUTSIDE, 80)).answered());
  }

  @Test
  void conntrack_notrack_noTranslation() {
    iptables(router, "*raw\n-A PREROUTING -i qr-1 -j CT --notrack");
    ProbeResult result = ping(instance, OUTSIDE);
    assertFalse(result.answered());
    assertEquals(FIXED, result.request().packet().source());
  }

  @Test
  void conntrack_notNeededByAnyRule_noConnections() {
    ping(instance, OUTSIDE);
    assertEquals(1, router.conntrack(clock).entries().size());
    assertEquals(0, fip.conntrack(clock).entries().size());
  }

  @Test
  void observer_roundTrip_seesBothPacketsEnd() {
    List<Step> steps = new ArrayList<>();
    datapath.setObserver(steps::add);
    ProbeResult result = ping(instance, OUTSIDE);
    List<Step> ends = steps.stream().filter(step -> step.end() != null).toList();
    assertEquals(2, ends.size());
    assertEquals(result.request().packetId(), ends.get(0).packetId());
    assertTrue(ends.stream().allMatch(step -> step.end().isDelivered()));
  }
}
