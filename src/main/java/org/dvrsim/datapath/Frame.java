package org.dvrsim.datapath;

import org.dvrsim.net.MacAddress;
import org.dvrsim.net.Packet;

/**
 * What travels on a wire.
 *
 * @param packet the IP packet, null if the frame carries ARP
 * @param arp the ARP message, or what a packet of neighbour discovery says; null for others
 * @param mark the packet's mark, which survives a wire within one namespace
 * @param packetId tells packets apart in a trace; of ARP the packet that it is for, -1 for none
 * @param about the id of the packet that this one answers, 0 if it answers none
 * @param trail the devices by which the packet has come into namespaces, null for none
 */
public record Frame(
    MacAddress source,
    MacAddress destination,
    Packet packet,
    ArpMessage arp,
    int mark,
    int packetId,
    int about,
    Trail trail) {
  /** The bytes of an Ethernet header. */
  private static final int HEADER = 14;

  /** The bytes of an ARP message about IPv4 addresses on Ethernet (RFC 826). */
  private static final int ARP = 28;

  static Frame of(MacAddress source, MacAddress destination, ArpMessage arp, int packetId) {
    return new Frame(source, destination, null, arp, 0, packetId, 0, null);
  }

  static Frame of(Skb skb, MacAddress source, MacAddress destination) {
    return new Frame(
        source, destination, skb.packet, skb.discovery, skb.mark, skb.id, skb.about, skb.trail);
  }

  /** Returns the length in bytes, without the checksum at its end. */
  int length() {
    return HEADER + (packet == null ? ARP : packet.length());
  }

  /** Tells whether this carries ARP. */
  public boolean isArp() {
    return packet == null;
  }

  Frame withMark(int newMark) {
    return new Frame(source, destination, packet, arp, newMark, packetId, about, trail);
  }
}
