package org.dvrsim.netfilter;

import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.Packet;
import org.dvrsim.net.Payload;

/**
 * Address translation: settles what the first packet of a connection becomes, and changes that
 * packet and all later ones, answers and errors about them included.
 *
 * <p>"Of source" means the translation at POSTROUTING and INPUT, otherwise that at PREROUTING and
 * OUTPUT is meant.
 *
 * <p>Models: net/netfilter/nf_nat_core.c, nf_nat_proto.c. Differs: where the kernel picks a port or
 * one of several addresses at random or by a hash, the first free one in order is taken, the
 * packet's own first.
 */
public final class Nat {
  private static final int MAX_PORT = 0xffff;
  private static final int LOW_PORTS_END = 512;
  private static final int PRIVILEGED_END = 1024;

  private Nat() {}

  /**
   * Settles the source or destination of an unconfirmed connection.
   *
   * <p>Models: nf_nat_core.c:nf_nat_setup_info(), get_unique_tuple()
   */
  public static void setUp(
      Conntrack conntrack, ConntrackEntry entry, NatRange range, boolean ofSource) {
    ConntrackTuple current = entry.reply().inverted();
    ConntrackTuple chosen = choose(conntrack, entry, current, range, ofSource);
    if (!chosen.equals(current)) {
      entry.translated(ofSource, chosen.inverted());
    }
    entry.natDone(ofSource);
  }

  /** Settles that the source or destination stays, unless that would clash. */
  public static void setUpNothing(Conntrack conntrack, ConntrackEntry entry, boolean ofSource) {
    setUp(conntrack, entry, NatRange.ANY, ofSource);
  }

  private static ConntrackTuple choose(
      Conntrack conntrack,
      ConntrackEntry entry,
      ConntrackTuple current,
      NatRange range,
      boolean ofSource) {
    ConntrackTuple best = current;
    IpAddress address = ofSource ? current.source() : current.destination();
    if (!range.containsAddress(address)) {
      best = ofSource ? current.withSource(range.min()) : current.withDestination(range.min());
    }
    if (!best.hasPorts()) {
      return best;
    }
    boolean icmp = best.isIcmp();
    int port = ofSource || icmp ? best.sourcePort() : best.destinationPort();
    if (range.containsPort(port)) {
      boolean single = range.hasPorts() && range.minPort() == range.maxPort();
      if (single || !conntrack.isUsed(best, entry)) {
        return best;
      }
    } else if (range.minPort() == range.maxPort()) {
      return withPort(best, ofSource || icmp, range.minPort());
    }
    return freePort(conntrack, entry, best, range, ofSource || icmp, port);
  }

  /** Models: nf_nat_core.c:nf_nat_l4proto_unique_tuple(). */
  private static ConntrackTuple freePort(
      Conntrack conntrack,
      ConntrackEntry entry,
      ConntrackTuple tuple,
      NatRange range,
      boolean first,
      int port) {
    int min = range.minPort();
    int max = range.maxPort();
    if (!range.hasPorts()) {
      if (tuple.isIcmp()) {
        min = 0;
        max = MAX_PORT;
      } else if (!first) {
        return tuple;
      } else {
        min = port < LOW_PORTS_END ? 1 : port < PRIVILEGED_END ? 600 : PRIVILEGED_END;
        max = port < LOW_PORTS_END ? 511 : port < PRIVILEGED_END ? 1023 : MAX_PORT;
      }
    }
    int size = max - min + 1;
    int start = port >= min && port <= max ? port - min : 0;
    for (int i = 0; i < size; i++) {
      ConntrackTuple candidate = withPort(tuple, first, min + (start + i) % size);
      if (!conntrack.isUsed(candidate, entry)) {
        return candidate;
      }
    }
    return tuple;
  }

  private static ConntrackTuple withPort(ConntrackTuple tuple, boolean first, int port) {
    return first ? tuple.withSourcePort(port) : tuple.withDestinationPort(port);
  }

  /**
   * Returns {@code packet} as it is after the translation at a hook.
   *
   * <p>Models: nf_nat_core.c:nf_nat_packet(), nf_nat_proto.c:nf_nat_manip_pkt()
   */
  public static Packet translate(Packet packet, Tracked tracked, boolean ofSource) {
    ConntrackEntry entry = tracked.entry();
    if (!applies(entry, tracked.isReply(), ofSource)) {
      return packet;
    }
    return changed(packet, entry.tuple(!tracked.isReply()).inverted(), ofSource);
  }

  /** Whether what is done at such a hook changes packets of this direction. */
  private static boolean applies(ConntrackEntry entry, boolean reply, boolean ofSource) {
    return ofSource != reply ? entry.isSourceTranslated() : entry.isDestinationTranslated();
  }

  private static Packet changed(Packet packet, ConntrackTuple target, boolean ofSource) {
    Payload payload = packet.payload();
    boolean icmp = payload instanceof IcmpMessage;
    if (ofSource) {
      Payload ported = payload.withSourcePort(target.sourcePort());
      return packet.withSource(target.source()).withPayload(ported);
    }
    Payload ported =
        icmp
            ? payload.withSourcePort(target.sourcePort())
            : payload.withDestinationPort(target.destinationPort());
    return packet.withDestination(target.destination()).withPayload(ported);
  }

  /**
   * Returns an ICMP error as it is after the translation at a hook, with what it quotes, null if it
   * must be dropped.
   *
   * <p>Models: nf_nat_proto.c:nf_nat_icmp_reply_translation(), nf_nat_icmpv6_reply_translation()
   */
  public static Packet translateError(Packet packet, Tracked tracked, boolean ofSource) {
    ConntrackEntry entry = tracked.entry();
    IcmpMessage icmp = (IcmpMessage) packet.payload();
    boolean redirect =
        icmp.type()
            == (icmp.quoted().source().isV4() ? IcmpMessage.REDIRECT : IcmpMessage.V6_REDIRECT);
    boolean translated = entry.isSourceTranslated() || entry.isDestinationTranslated();
    if (redirect && (!entry.isNatDone(true) || !entry.isNatDone(false) || translated)) {
      return null;
    }
    if (!applies(entry, tracked.isReply(), ofSource)) {
      return packet;
    }
    ConntrackTuple back = entry.tuple(!tracked.isReply());
    Packet quoted = changed(icmp.quoted(), back, !ofSource);
    Packet outer = packet.withPayload(icmp.withQuoted(quoted));
    ConntrackTuple target = back.inverted();
    return ofSource
        ? outer.withSource(target.source())
        : outer.withDestination(target.destination());
  }
}
