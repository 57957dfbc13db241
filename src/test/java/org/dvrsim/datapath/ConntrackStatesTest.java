package org.dvrsim.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.netfilter.ConntrackEntry;
import org.dvrsim.netfilter.TcpState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a router remembers of connections, and for how long by default.
 *
 * <pre>
 * packets seen                          state         seconds
 * ICMP echo                                           30
 * UDP, with or without an answer                      30
 * UDP, to and fro for more than 2 s                   120
 * TCP: SYN, unanswered                  SYN_SENT      120
 * TCP: SYN, RST                         CLOSE         10
 * TCP: SYN, SYN+ACK, ACK                ESTABLISHED   432000
 * TCP: ACK, never seen before           ESTABLISHED   432000, or invalid without tcp_loose
 * </pre>
 */
class ConntrackStatesTest {
  private final PacketLab lab = new PacketLab();

  @BeforeEach
  void track() {
    lab.run("ip netns exec k-a iptables -A FORWARD -m conntrack --ctstate NEW");
  }

  private ConntrackEntry entry() {
    List<ConntrackEntry> entries =
        new ArrayList<>(lab.netns("k-a").conntrack(lab.datapath().clock()).entries());
    assertEquals(1, entries.size());
    return entries.get(0);
  }

  private void pass(int seconds) {
    lab.datapath().clock().advanceSeconds(seconds);
  }

  private void open() {
    lab.datapath().openAllPorts(lab.netns("k-d"));
  }

  @Test
  void icmp_echo_halfAMinute() {
    lab.ping("k-b", "10.0.3.5");
    assertEquals(30, entry().remainingSeconds());
    assertTrue(entry().isSeenReply());
    pass(30);
    assertEquals(0, lab.netns("k-a").conntrack(lab.datapath().clock()).entries().size());
  }

  @Test
  void udp_unanswered_halfAMinute() {
    lab.run("ip netns exec k-d iptables -A INPUT -j DROP");
    lab.probe("k-b", ProbeRequest.datagram(PacketLab.RIGHT, 53));
    assertEquals(30, entry().remainingSeconds());
    assertFalse(entry().isSeenReply());
  }

  @Test
  void udp_toAndFroForAWhile_twoMinutes() {
    open();
    ProbeRequest request = ProbeRequest.datagram(PacketLab.RIGHT, 53);
    int port = lab.probe("k-b", request).identifier();
    assertEquals(30, entry().remainingSeconds());
    pass(3);
    lab.probe("k-b", request.continuing(port));
    assertEquals(120, entry().remainingSeconds());
    assertTrue(entry().isAssured());
  }

  @Test
  void tcp_unansweredSyn_twoMinutes() {
    lab.run("ip netns exec k-d iptables -A INPUT -j DROP");
    lab.probe("k-b", ProbeRequest.connect(PacketLab.RIGHT, 80));
    assertEquals(TcpState.SYN_SENT, entry().tcpState());
    assertEquals(120, entry().remainingSeconds());
  }

  @Test
  void tcp_refused_tenSeconds() {
    lab.probe("k-b", ProbeRequest.connect(PacketLab.RIGHT, 80));
    assertEquals(TcpState.CLOSE, entry().tcpState());
    assertEquals(10, entry().remainingSeconds());
  }

  @Test
  void tcp_opened_fiveDays() {
    open();
    lab.probe("k-b", ProbeRequest.connect(PacketLab.RIGHT, 80));
    assertEquals(TcpState.ESTABLISHED, entry().tcpState());
    assertEquals(432000, entry().remainingSeconds());
    assertTrue(entry().isAssured());
  }

  @Test
  void tcp_inTheMiddle_isTakenUpUnlessStrict() {
    open();
    ProbeRequest request = ProbeRequest.connect(PacketLab.RIGHT, 80);
    int port = lab.probe("k-b", request).identifier();
    pass(432000);
    assertTrue(lab.probe("k-b", request.continuing(port)).answered());
    assertEquals(TcpState.ESTABLISHED, entry().tcpState());
    pass(432000);
    lab.run(
        """
        ip netns exec k-a sysctl -w net.netfilter.nf_conntrack_tcp_loose=0
        ip netns exec k-a iptables -A FORWARD -m conntrack --ctstate INVALID -j DROP
        """);
    PacketEnd end = lab.probe("k-b", request.continuing(port)).request();
    assertEquals(Disposition.FILTERED, end.how());
    assertTrue(end.text().contains("INVALID"), end.text());
  }

  @Test
  void error_aboutAConnection_isRelated() {
    lab.run("ip netns exec k-a iptables -A FORWARD -m conntrack --ctstate RELATED -j DROP");
    ProbeResult result = lab.probe("k-b", ProbeRequest.datagram(PacketLab.RIGHT, 53));
    assertEquals(Disposition.NO_LISTENER, result.request().how());
    assertEquals(null, result.error());
    assertTrue(
        lab.datapath().ends().stream()
            .anyMatch(end -> end.how() == Disposition.FILTERED && end.text().contains("RELATED")));
  }
}
