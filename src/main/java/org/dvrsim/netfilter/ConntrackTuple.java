package org.dvrsim.netfilter;

import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.Packet;
import org.dvrsim.net.Payload;

/**
 * What identifies one direction of a connection.
 *
 * <p>Models: include/net/netfilter/nf_conntrack_tuple.h:struct nf_conntrack_tuple
 *
 * @param sourcePort the source port; the identifier of an ICMP echo; 0 for other protocols
 * @param destinationPort the destination port; for ICMP the type times 256 plus the code; else 0
 */
public record ConntrackTuple(
    IpAddress source, IpAddress destination, int protocol, int sourcePort, int destinationPort) {
  private static final int TYPE_SHIFT = 8;
  private static final int CODE_MASK = 0xff;

  /**
   * Returns the tuple of {@code packet} as it now is.
   *
   * <p>Models: net/netfilter/nf_conntrack_core.c:nf_ct_get_tuple()
   */
  public static ConntrackTuple of(Packet packet) {
    Payload payload = packet.payload();
    int first = Math.max(0, payload.sourcePort());
    int second = Math.max(0, payload.destinationPort());
    if (payload instanceof IcmpMessage icmp) {
      first = icmp.identifier();
      second = icmp.type() << TYPE_SHIFT | icmp.code();
    }
    return new ConntrackTuple(
        packet.source(), packet.destination(), payload.protocol(), first, second);
  }

  /** Returns the address family. */
  public IpFamily family() {
    return source.family();
  }

  /** Tells whether this is of ICMP or ICMPv6. */
  public boolean isIcmp() {
    return protocol == Protocols.ICMP || protocol == Protocols.ICMPV6;
  }

  /** Tells whether this is of a protocol with ports, or with an identifier in a port's stead. */
  boolean hasPorts() {
    return switch (protocol) {
      case Protocols.TCP,
          Protocols.UDP,
          Protocols.UDPLITE,
          Protocols.SCTP,
          Protocols.DCCP,
          Protocols.ICMP,
          Protocols.ICMPV6 ->
          true;
      default -> false;
    };
  }

  /** Returns the ICMP type; of ICMP tuples only. */
  public int icmpType() {
    return destinationPort >> TYPE_SHIFT;
  }

  /** Returns the ICMP code; of ICMP tuples only. */
  public int icmpCode() {
    return destinationPort & CODE_MASK;
  }

  /**
   * Returns the tuple of the answers to packets of this one, null if such packets have none.
   *
   * <p>Models: net/netfilter/nf_conntrack_core.c:nf_ct_invert_tuple(),
   * nf_conntrack_proto_icmp.c:nf_conntrack_invert_icmp_tuple(),
   * nf_conntrack_proto_icmpv6.c:nf_conntrack_invert_icmpv6_tuple()
   */
  public ConntrackTuple inverted() {
    if (!isIcmp()) {
      return between(destination, source, destinationPort, sourcePort);
    }
    int answer = protocol == Protocols.ICMP ? v4Answer(icmpType()) : v6Answer(icmpType());
    return answer < 0
        ? null
        : between(destination, source, sourcePort, answer << TYPE_SHIFT | icmpCode());
  }

  /** Echo, timestamp, information and address mask, each with its reply. */
  private static int v4Answer(int type) {
    return switch (type) {
      case 8 -> 0;
      case 0 -> 8;
      case 13 -> 14;
      case 14 -> 13;
      case 15 -> 16;
      case 16 -> 15;
      case 17 -> 18;
      case 18 -> 17;
      default -> -1;
    };
  }

  /** Echo and node information, each with its reply. */
  private static int v6Answer(int type) {
    return switch (type) {
      case 128 -> 129;
      case 129 -> 128;
      case 139 -> 140;
      case 140 -> 139;
      default -> -1;
    };
  }

  private ConntrackTuple between(IpAddress from, IpAddress to, int fromPort, int toPort) {
    return new ConntrackTuple(from, to, protocol, fromPort, toPort);
  }

  ConntrackTuple withSource(IpAddress newSource) {
    return new ConntrackTuple(newSource, destination, protocol, sourcePort, destinationPort);
  }

  ConntrackTuple withDestination(IpAddress newDestination) {
    return new ConntrackTuple(source, newDestination, protocol, sourcePort, destinationPort);
  }

  ConntrackTuple withSourcePort(int port) {
    return new ConntrackTuple(source, destination, protocol, port, destinationPort);
  }

  ConntrackTuple withDestinationPort(int port) {
    return new ConntrackTuple(source, destination, protocol, sourcePort, port);
  }

  @Override
  public int hashCode() {
    int hash = source.hashCode() * 31 + destination.hashCode();
    return (hash * 31 + (sourcePort << 16 ^ destinationPort)) * 31 + protocol;
  }

  /** Returns the tuple as conntrack(8) prints it. */
  @Override
  public String toString() {
    String text = "src=" + source + " dst=" + destination;
    if (isIcmp()) {
      return text + " type=" + icmpType() + " code=" + icmpCode() + " id=" + sourcePort;
    }
    return hasPorts() ? text + " sport=" + sourcePort + " dport=" + destinationPort : text;
  }
}
