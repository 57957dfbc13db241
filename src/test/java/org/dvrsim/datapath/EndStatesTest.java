package org.dvrsim.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dvrsim.kernel.FibResult;
import org.dvrsim.net.IpAddress;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.junit.jupiter.api.Test;

/** Every way a packet can end, and the place that decides. */
class EndStatesTest {
  private final PacketLab lab = new PacketLab();

  private PacketEnd endOfPing(String to) {
    return lab.ping("k-b", to).request();
  }

  private void assertEnds(PacketEnd end, Disposition how, String netns) {
    assertEquals(how, end.how(), end.toString());
    assertEquals(lab.netns(netns), end.netns());
  }

  private static String rule(PacketEnd end) {
    return assertInstanceOf(FibResult.class, end.cause()).rule().orElseThrow().toString();
  }

  private static String route(PacketEnd end) {
    return assertInstanceOf(FibResult.class, end.cause())
        .route()
        .orElseThrow()
        .destination()
        .toString();
  }

  @Test
  void delivered_echoRequest_atItsDestination() {
    assertEnds(endOfPing("10.0.3.5"), Disposition.DELIVERED, "k-d");
  }

  @Test
  void noListener_closedPort_atItsDestination() {
    PacketEnd end = lab.probe("k-b", ProbeRequest.datagram(PacketLab.RIGHT, 53)).request();
    assertEnds(end, Disposition.NO_LISTENER, "k-d");
    assertTrue(end.text().contains("53"));
  }

  @Test
  void noRoute_unknownNetwork_atTheRouter() {
    assertEnds(endOfPing("192.0.2.1"), Disposition.NO_ROUTE, "k-a");
  }

  @Test
  void blackhole_byRoute_namesIt() {
    lab.run("ip -n k-c route add blackhole 10.0.3.5/32");
    PacketEnd end = endOfPing("10.0.3.5");
    assertEnds(end, Disposition.BLACKHOLE, "k-c");
    assertEquals("10.0.3.5/32", route(end));
  }

  @Test
  void blackhole_byRule_namesIt() {
    lab.run("ip -n k-a rule add to 10.0.3.0/24 blackhole priority 9");
    PacketEnd end = endOfPing("10.0.3.5");
    assertEnds(end, Disposition.BLACKHOLE, "k-a");
    assertTrue(rule(end).contains("10.0.3.0/24"), rule(end));
  }

  @Test
  void unreachable_byRoute_namesIt() {
    lab.run("ip -n k-a route add unreachable 10.0.3.5/32");
    PacketEnd end = endOfPing("10.0.3.5");
    assertEnds(end, Disposition.UNREACHABLE, "k-a");
    assertEquals("10.0.3.5/32", route(end));
  }

  @Test
  void unreachable_byRule_namesIt() {
    lab.run("ip -n k-a rule add from 10.0.1.5 unreachable priority 9");
    PacketEnd end = endOfPing("10.0.3.5");
    assertEnds(end, Disposition.UNREACHABLE, "k-a");
    assertTrue(rule(end).contains("10.0.1.5"), rule(end));
  }

  @Test
  void prohibited_byRoute_namesIt() {
    lab.run("ip -n k-c route add prohibit 10.0.3.5/32");
    PacketEnd end = endOfPing("10.0.3.5");
    assertEnds(end, Disposition.PROHIBITED, "k-c");
    assertEquals("10.0.3.5/32", route(end));
  }

  @Test
  void rpFilter_strict_atTheDevice() {
    lab.run("ip netns exec k-c sysctl -w net.ipv4.conf.left.rp_filter=1");
    PacketEnd end =
        lab.probe("k-b", ProbeRequest.ping(PacketLab.RIGHT).from(IpAddress.parse("10.0.3.77")))
            .request();
    assertEnds(end, Disposition.RP_FILTER, "k-c");
  }

  @Test
  void martianSource_ownAddress_atTheRouter() {
    PacketEnd end =
        lab.probe("k-b", ProbeRequest.ping(PacketLab.RIGHT).from(IpAddress.parse("10.0.2.1")))
            .request();
    assertEnds(end, Disposition.MARTIAN_SOURCE, "k-a");
  }

  @Test
  void martianDestination_loopback_atTheRouter() {
    lab.run(
        """
        ip netns exec k-b iptables -t nat -A OUTPUT -d 10.0.3.5 -j DNAT --to-destination 127.0.0.9
        ip -n k-b route add 127.0.0.9 via 10.0.1.1 table 5
        ip -n k-b rule add pref 1 table local
        ip -n k-b rule del pref 0
        ip -n k-b rule add pref 0 table 5
        """);
    assertEnds(endOfPing("10.0.3.5"), Disposition.MARTIAN_DESTINATION, "k-a");
  }

  @Test
  void filtered_byRule_namesIt() {
    lab.run("ip netns exec k-c iptables -A FORWARD -p icmp -j DROP");
    PacketEnd end = endOfPing("10.0.3.5");
    assertEnds(end, Disposition.FILTERED, "k-c");
    assertEquals("-A FORWARD -p icmp -j DROP", ((ChainRule) end.cause()).line());
  }

  @Test
  void filtered_byPolicy_namesTheChain() {
    lab.run("ip netns exec k-d iptables -P INPUT DROP");
    PacketEnd end = endOfPing("10.0.3.5");
    assertEnds(end, Disposition.FILTERED, "k-d");
    assertEquals("INPUT", ((Chain) end.cause()).name());
  }

  @Test
  void rejected_byRule_namesIt() {
    lab.run("ip netns exec k-c iptables -A FORWARD -p icmp -j REJECT");
    PacketEnd end = endOfPing("10.0.3.5");
    assertEnds(end, Disposition.REJECTED, "k-c");
    assertEquals("FORWARD", ((ChainRule) end.cause()).chain().name());
  }

  @Test
  void notForwarded_switchedOff_atTheRouter() {
    lab.run("ip netns exec k-c sysctl -w net.ipv4.ip_forward=0");
    assertEnds(endOfPing("10.0.3.5"), Disposition.NOT_FORWARDED, "k-c");
  }

  @Test
  void neighbourFailed_nobodyAnswers_atTheLastRouter() {
    assertEnds(endOfPing("10.0.3.9"), Disposition.NEIGHBOUR_FAILED, "k-c");
  }

  @Test
  void ttlExceeded_tooFewHops_atTheRouter() {
    PingRequest one =
        new PingRequest(
            PacketLab.RIGHT, null, null, 1, 1, 56, 1, 0, 0, false, PathMtuDiscovery.WANT);
    lab.datapath().ping(lab.netns("k-b"), one);
    assertEnds(lab.datapath().ends().get(0), Disposition.TTL_EXCEEDED, "k-a");
  }

  @Test
  void loop_routersSendToEachOther_saysHowOften() {
    lab.run("ip -n k-a route add 192.0.2.0/24 via 10.0.2.2");
    lab.run("ip -n k-c route add 192.0.2.0/24 via 10.0.2.1");
    PacketEnd end = endOfPing("192.0.2.1");
    assertEquals(Disposition.LOOP, end.how());
    assertEquals("192.0.2.0/24", route(end));
    assertTrue(end.text().endsWith("32 times"), end.text());
  }

  @Test
  void tooBig_smallerMtu_atTheRouter() {
    lab.run("ip -n k-a link set right mtu 1300");
    PacketEnd end = lab.probe("k-b", ProbeRequest.ping(PacketLab.RIGHT).ofSize(1400)).request();
    assertEnds(end, Disposition.TOO_BIG, "k-a");
  }

  @Test
  void incomplete_partsDropped_atItsDestination() {
    lab.run("ip netns exec k-c iptables -t mangle -A FORWARD -f -j DROP");
    lab.probe("k-b", ProbeRequest.ping(PacketLab.RIGHT).ofSize(4000));
    assertTrue(
        lab.datapath().ends().stream()
            .anyMatch(
                end ->
                    end.how() == Disposition.INCOMPLETE
                        && end.netns() == lab.netns("k-d")
                        && end.text().equals("1480 of 4008 bytes came")));
  }

  @Test
  void linkDown_otherEnd_saysWhich() {
    lab.ping("k-b", "10.0.3.5");
    lab.run(
        """
        ip -n k-c neigh replace 10.0.3.5 lladdr 02:16:3e:00:00:09 dev right nud permanent
        ip -n k-d link set eth0 down
        """);
    PacketEnd end = endOfPing("10.0.3.5");
    assertEnds(end, Disposition.LINK_DOWN, "k-c");
    assertTrue(end.text().contains("right"), end.text());
  }

  @Test
  void notForUs_wrongMac_atTheReceiver() {
    lab.run("ip -n k-b neigh replace 10.0.1.1 lladdr 02:00:00:00:00:99 dev eth0 nud permanent");
    assertEnds(endOfPing("10.0.3.5"), Disposition.NOT_FOR_US, "k-a");
  }

  @Test
  void conntrackClash_twoConnectionsBecomeOne_atTheTranslation() {
    lab.datapath().openAllPorts(lab.netns("k-d"));
    lab.run(
        "ip netns exec k-a iptables -t nat -A POSTROUTING -p udp -j SNAT --to-source"
            + " 10.0.2.1:7000");
    ProbeRequest request = ProbeRequest.datagram(PacketLab.RIGHT, 53);
    assertEnds(lab.probe("k-b", request).request(), Disposition.DELIVERED, "k-d");
    assertEnds(lab.probe("k-b", request).request(), Disposition.CONNTRACK_CLASH, "k-a");
  }

  @Test
  void notTaken_broadcast_atTheReceiver() {
    PingRequest broadcast =
        new PingRequest(
            IpAddress.parse("10.0.1.255"),
            null,
            null,
            1,
            1,
            56,
            64,
            0,
            0,
            true,
            PathMtuDiscovery.WANT);
    lab.datapath().ping(lab.netns("k-b"), broadcast);
    assertEnds(lab.datapath().ends().get(0), Disposition.NOT_TAKEN, "k-a");
  }

  @Test
  void notExpected_answerToSomebodyElse_atTheVictim() {
    ProbeRequest spoofed = ProbeRequest.ping(PacketLab.RIGHT).from(PacketLab.LEFT);
    lab.run("ip -n k-c route replace 10.0.1.0/24 via 10.0.2.1");
    ProbeResult result = lab.probe("k-a", spoofed);
    assertEnds(result.answer(), Disposition.NOT_EXPECTED, "k-b");
  }
}
