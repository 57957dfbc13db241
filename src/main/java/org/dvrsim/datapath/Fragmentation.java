package org.dvrsim.datapath;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.Fragment;
import org.dvrsim.net.Packet;
import org.dvrsim.net.Payload;

/**
 * Splits packets that are too long for a link.
 *
 * <p>Models: net/ipv4/ip_output.c:ip_frag_next(), net/ipv6/ip6_output.c:ip6_frag_next()
 */
final class Fragmentation {
  /** Offsets count in units of eight bytes. */
  private static final int UNIT = 8;

  private Fragmentation() {}

  /**
   * Returns the parts of {@code packet}, none longer than {@code mtu}.
   *
   * @param identification given to the parts unless the packet is a part itself
   */
  static List<Packet> split(Packet packet, int mtu, int identification) {
    Payload payload = packet.payload();
    Fragment part = payload instanceof Fragment fragment ? fragment : null;
    Payload whole = part == null ? payload : part.whole();
    int number = part == null ? identification : part.identification();
    int begin = part == null ? 0 : part.offset();
    int end = part == null ? whole.length() : begin + part.dataLength();
    int header = packet.source().isV4() ? 0 : Fragment.V6_HEADER;
    int room = (mtu - Packet.headerLength(packet.family()) - header) / UNIT * UNIT;
    Packet model = header == 0 ? packet : packet.withDontFragment(true);
    List<Packet> parts = new ArrayList<>();
    for (int offset = begin; offset < end; offset += room) {
      int length = Math.min(room, end - offset);
      parts.add(model.withPayload(new Fragment(whole, number, offset, length, header)));
    }
    return parts;
  }
}
