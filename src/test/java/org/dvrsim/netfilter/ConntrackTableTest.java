package org.dvrsim.netfilter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dvrsim.base.SimClock;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.Packet;
import org.dvrsim.net.TcpSegment;
import org.dvrsim.net.UdpDatagram;
import org.junit.jupiter.api.Test;

class ConntrackTableTest {
  private static final IpAddress CLIENT = IpAddress.parse("10.0.0.10");
  private static final IpAddress SERVER = IpAddress.parse("198.51.100.9");
  private static final IpAddress FLOATING = IpAddress.parse("203.0.113.100");

  private final SimClock clock = new SimClock();
  private final Conntrack conntrack = new Conntrack(clock);

  private static Packet echo(int identifier) {
    return Packet.of(CLIENT, SERVER, IcmpMessage.echo(IpFamily.V4, identifier, 1, 56));
  }

  private static Packet reply(Packet echo) {
    IcmpMessage icmp = (IcmpMessage) echo.payload();
    return Packet.of(
        /* source= */ echo.destination(), /* destination= */ echo.source(), icmp.toReply());
  }

  private Tracked pass(Packet packet) {
    Tracked tracked = conntrack.track(packet);
    assertTrue(conntrack.confirm(tracked));
    return tracked;
  }

  private static Packet segment(boolean fromClient, int flags) {
    TcpSegment segment = new TcpSegment(40000, 443, flags, 0);
    return fromClient
        ? Packet.of(CLIENT, SERVER, segment)
        : Packet.of(SERVER, CLIENT, segment.toReply(flags));
  }

  @Test
  void track_echoAndReply_newThenEstablished() {
    assertEquals(CtState.NEW, pass(echo(1)).state());
    Tracked answer = pass(reply(echo(1)));
    assertEquals(CtState.ESTABLISHED, answer.state());
    assertTrue(answer.isReply());
    assertEquals(CtState.ESTABLISHED, pass(echo(1)).state());
  }

  @Test
  void track_replyNobodyAskedFor_isInvalid() {
    assertEquals(CtState.INVALID, conntrack.track(reply(echo(1))).state());
  }

  @Test
  void track_errorAboutKnownPacket_isRelated() {
    pass(echo(1));
    IcmpMessage error = IcmpMessage.error(IcmpMessage.TIME_EXCEEDED, 0, 0, echo(1));
    Tracked tracked = conntrack.track(Packet.of(IpAddress.parse("10.0.0.1"), CLIENT, error));
    assertEquals(CtState.RELATED, tracked.state());
    assertTrue(tracked.isReply());
  }

  @Test
  void track_errorToSomebodyElse_isInvalid() {
    pass(echo(1));
    IcmpMessage error = IcmpMessage.error(IcmpMessage.TIME_EXCEEDED, 0, 0, echo(1));
    Packet packet = Packet.of(IpAddress.parse("10.0.0.1"), IpAddress.parse("10.0.0.11"), error);
    assertEquals(CtState.INVALID, conntrack.track(packet).state());
  }

  @Test
  void track_afterTimeout_beginsAnew() {
    pass(echo(1));
    pass(reply(echo(1)));
    clock.advanceSeconds(30);
    assertEquals(CtState.NEW, pass(echo(1)).state());
  }

  @Test
  void track_udpAnswered_staysLongerOnceItIsAStream() {
    Packet datagram = Packet.of(CLIENT, SERVER, new UdpDatagram(5000, 53, 10));
    Packet answer = Packet.of(SERVER, CLIENT, new UdpDatagram(53, 5000, 10));
    pass(datagram);
    pass(answer);
    clock.advanceSeconds(3);
    Tracked tracked = pass(datagram);
    assertTrue(tracked.entry().isAssured());
    assertEquals(120, tracked.entry().remainingSeconds());
  }

  @Test
  void track_tcpHandshake_isEstablishedAndAssured() {
    pass(segment(true, TcpSegment.SYN));
    pass(segment(false, TcpSegment.SYN | TcpSegment.ACK));
    Tracked last = pass(segment(true, TcpSegment.ACK));
    assertEquals(TcpState.ESTABLISHED, last.entry().tcpState());
    pass(segment(false, TcpSegment.ACK));
    assertTrue(last.entry().isAssured());
    assertEquals(432000, last.entry().remainingSeconds());
  }

  @Test
  void track_tcpSeenInOneDirectionOnly_isInvalidAfterTheFirstSegment() {
    pass(segment(true, TcpSegment.SYN));
    assertEquals(CtState.INVALID, conntrack.track(segment(true, TcpSegment.ACK)).state());
  }

  @Test
  void track_tcpMidstream_newOnlyIfLoose() {
    assertEquals(CtState.NEW, conntrack.track(segment(true, TcpSegment.ACK)).state());
    conntrack.setTcpLoose(false);
    assertEquals(CtState.INVALID, conntrack.track(segment(true, TcpSegment.ACK)).state());
  }

  @Test
  void nat_sourceTranslated_repliesAndErrorsAreTranslatedBack() {
    Tracked first = conntrack.track(echo(7));
    Nat.setUpNothing(conntrack, first.entry(), false);
    Nat.setUp(conntrack, first.entry(), NatRange.to(FLOATING), true);
    Packet sent = Nat.translate(echo(7), first, true);
    assertEquals(FLOATING, sent.source());
    assertTrue(conntrack.confirm(first));

    Packet answer = Packet.of(SERVER, FLOATING, ((IcmpMessage) sent.payload()).toReply());
    Tracked back = conntrack.track(answer);
    assertEquals(CLIENT, Nat.translate(answer, back, false).destination());

    IcmpMessage error = IcmpMessage.error(IcmpMessage.DEST_UNREACH, 1, 0, sent);
    Packet complaint = Packet.of(IpAddress.parse("203.0.113.1"), FLOATING, error);
    Packet inside = Nat.translateError(complaint, conntrack.track(complaint), false);
    assertEquals(CLIENT, inside.destination());
    assertEquals(CLIENT, ((IcmpMessage) inside.payload()).quoted().source());
  }

  @Test
  void nat_redirectAboutTranslatedConnection_isDropped() {
    Tracked first = conntrack.track(echo(7));
    Nat.setUpNothing(conntrack, first.entry(), false);
    Nat.setUp(conntrack, first.entry(), NatRange.to(FLOATING), true);
    Packet sent = Nat.translate(echo(7), first, true);
    conntrack.confirm(first);
    IcmpMessage redirect = IcmpMessage.error(IcmpMessage.REDIRECT, 1, 0, sent);
    Packet packet = Packet.of(IpAddress.parse("203.0.113.1"), FLOATING, redirect);
    assertNull(Nat.translateError(packet, conntrack.track(packet), false));
  }

  @Test
  void nat_twoClientsWithOneIdentifier_getDifferentOnes() {
    Packet other =
        Packet.of(IpAddress.parse("10.0.0.11"), SERVER, IcmpMessage.echo(IpFamily.V4, 7, 1, 56));
    Tracked first = conntrack.track(echo(7));
    Nat.setUp(conntrack, first.entry(), NatRange.to(FLOATING), true);
    conntrack.confirm(first);
    Tracked second = conntrack.track(other);
    Nat.setUp(conntrack, second.entry(), NatRange.to(FLOATING), true);
    IcmpMessage sent = (IcmpMessage) Nat.translate(other, second, true).payload();
    assertEquals(8, sent.identifier());
    assertTrue(conntrack.confirm(second));
  }

  @Test
  void filter_deletesWhatItNames() {
    pass(echo(1));
    pass(Packet.of(CLIENT, FLOATING, new UdpDatagram(5000, 53, 10)));
    assertEquals(0, conntrack.remove(ConntrackFilter.parse(List.of("-q", "10.0.0.99"))));
    assertEquals(1, conntrack.remove(ConntrackFilter.parse(List.of("-d", FLOATING.toString()))));
    assertEquals(1, conntrack.entries().size());
  }
}
