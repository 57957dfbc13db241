package org.dvrsim.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dvrsim.net.Fragment;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.Packet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Packets too long for a link: refused, split, put together; what their senders learn. */
class PathMtuTest {
  private static final ProbeRequest LONG = ProbeRequest.ping(PacketLab.RIGHT).ofSize(1400);

  private final PacketLab lab = new PacketLab();

  @BeforeEach
  void narrow() {
    lab.run("ip -n k-a link set right mtu 1300");
    lab.run("ip -n k-c link set left mtu 1300");
  }

  private String routeFromLeft() {
    return lab.run("ip -n k-b route get 10.0.3.5");
  }

  @Test
  void longPacket_first_senderIsToldTheMtu() {
    ProbeResult result = lab.probe("k-b", LONG);
    assertFalse(result.answered());
    assertEquals(IcmpMessage.DEST_UNREACH, result.error().type());
    assertEquals(1300, result.error().value());
    assertTrue(routeFromLeft().contains("cache expires 600sec mtu 1300"), routeFromLeft());
  }

  @Test
  void longPacket_second_isSplitByItsSender() {
    lab.probe("k-b", LONG);
    assertTrue(lab.probe("k-b", LONG).answered());
  }

  @Test
  void learntMtu_afterTenMinutes_isForgotten() {
    lab.probe("k-b", LONG);
    lab.datapath().clock().advanceSeconds(600);
    assertFalse(routeFromLeft().contains("mtu"));
    assertFalse(lab.probe("k-b", LONG).answered());
  }

  @Test
  void learntMtu_routeMadeAnew_isForgotten() {
    lab.probe("k-b", LONG);
    lab.run("ip -n k-b route replace default via 10.0.1.1 proto static");
    assertFalse(routeFromLeft().contains("mtu"));
  }

  @Test
  void splitPacket_whereConnectionsAreTracked_isSeenWhole() {
    lab.probe("k-b", LONG);
    lab.run("ip netns exec k-c iptables -A FORWARD -p icmp");
    lab.probe("k-b", LONG);
    String parts = lab.run("ip netns exec k-c iptables -L FORWARD -v -x -n");
    lab.run("ip netns exec k-c iptables -A FORWARD -m conntrack --ctstate NEW");
    lab.run("ip netns exec k-c iptables -Z FORWARD");
    lab.probe("k-b", LONG);
    String whole = lab.run("ip netns exec k-c iptables -L FORWARD -v -x -n");
    assertTrue(parts.contains("3 packets"), parts);
    assertTrue(whole.contains("2 packets"), whole);
  }

  @Test
  void splitPacket_throughAddressTranslation_isAnswered() {
    lab.run("ip netns exec k-a iptables -t nat -A POSTROUTING -o right -j MASQUERADE");
    lab.probe("k-b", LONG);
    assertTrue(lab.probe("k-b", LONG).answered());
  }

  @Test
  void split_lengthNoMultipleOfEight_offsetsAre() {
    Packet packet =
        Packet.of(PacketLab.LEFT, PacketLab.RIGHT, IcmpMessage.echo(IpFamily.V4, 1, 1, 2992));
    List<Packet> parts = Fragmentation.split(packet, 1299, 7);
    assertEquals(List.of(1292, 1292, 476), parts.stream().map(Packet::length).toList());
    assertTrue(((Fragment) parts.get(2).payload()).isLast());
  }
}
