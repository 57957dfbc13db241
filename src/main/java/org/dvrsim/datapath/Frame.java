package org.dvrsim.datapath;

import org.dvrsim.net.MacAddress;
import org.dvrsim.net.Packet;

/**
 * What travels on a wire.
 *
 * @param packet the IP packet, null if the frame carries ARP
 * @param arp the ARP message, null if the frame carries an IP packet
 * @param mark the packet's mark, which survives a wire within one namespace
 * @param packetId tells packets apart in a trace; -1 for ARP
 * @param about the id of the packet that this one answers, 0 if it answers none
 * @param wires how many wires were crossed before
 */
public record Frame(
    MacAddress source,
    MacAddress destination,
    Packet packet,
    ArpMessage arp,
    int mark,
    int packetId,
    int about,
    int wires) {
  static Frame of(MacAddress source, MacAddress destination, ArpMessage arp) {
    return new Frame(source, destination, null, arp, 0, -1, 0, 0);
  }
}
