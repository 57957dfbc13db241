package org.dvrsim.kernel;

import java.util.Objects;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.Payload;

/**
 * What a route is looked up for.
 *
 * <p>Models: include/net/flow.h:struct flowi4, struct flowi6
 *
 * @param source the unspecified address where none is known
 * @param iif the ifindex the packet came in by; 1 for packets made here
 * @param oif the ifindex it must leave by, 0 for any
 * @param mark the packet mark
 * @param scope routes must have at least this scope (IPv4)
 * @param transport what rules may select by besides
 */
public record Flow(
    IpAddress destination,
    IpAddress source,
    int iif,
    int oif,
    int mark,
    int tos,
    int scope,
    Transport transport) {
  /** The ifindex of the loopback device. */
  public static final int LOOPBACK = 1;

  private static final int DSCP = 0xfc;
  private static final int LEGACY_TOS = 0x1c;

  /** Checks that both addresses are given. */
  public Flow {
    Objects.requireNonNull(destination);
    Objects.requireNonNull(source);
    Objects.requireNonNull(transport);
  }

  /** Builds a flow of which nothing above IP is known, of the user 0. */
  public Flow(
      IpAddress destination, IpAddress source, int iif, int oif, int mark, int tos, int scope) {
    this(destination, source, iif, oif, mark, tos, scope, Transport.UNKNOWN);
  }

  /**
   * The user a packet is sent by and what it holds above IP.
   *
   * @param protocol 0 where it is not known, as for most packets received
   */
  public record Transport(long uid, int protocol, int sourcePort, int destinationPort) {
    /** Nothing is known; the user is 0. */
    public static final Transport UNKNOWN = new Transport(0, 0, 0, 0);

    /** Returns what a packet with this payload shows, sent by the user 0. */
    public static Transport of(Payload payload) {
      return new Transport(
          0,
          payload.protocol(),
          Math.max(0, payload.sourcePort()),
          Math.max(0, payload.destinationPort()));
    }

    /** Returns this for a packet in the other direction. */
    public Transport reversed() {
      return new Transport(uid, protocol, destinationPort, sourcePort);
    }
  }

  /** Returns the flow of a packet made here for {@code destination}. */
  public static Flow to(IpAddress destination) {
    return new Flow(destination, IpAddress.any(destination.family()), LOOPBACK, 0, 0, 0, 0);
  }

  /** Returns the flow of a packet that came in by a device. */
  public static Flow received(IpAddress destination, IpAddress source, int iif, int mark, int tos) {
    return new Flow(destination, source, iif, 0, mark, tos, 0);
  }

  /**
   * Tells whether this is for a route or rule that is for a type of service: of IPv4's the upper
   * three bits do not count.
   *
   * <p>Models: include/net/ip_fib.h:fib_dscp_masked_match(); net/ipv6/fib6_rules.c
   */
  boolean hasTos(int wanted) {
    return (tos & (destination.isV4() ? LEGACY_TOS : DSCP)) == wanted;
  }

  /** Returns this flow with another mark. */
  public Flow withMark(int newMark) {
    return new Flow(destination, source, iif, oif, newMark, tos, scope, transport);
  }

  /** Returns this flow bound to leave by the device {@code newOif}. */
  public Flow withOif(int newOif) {
    return new Flow(destination, source, iif, newOif, mark, tos, scope, transport);
  }

  /** Returns this flow with another source. */
  public Flow withSource(IpAddress newSource) {
    return new Flow(destination, newSource, iif, oif, mark, tos, scope, transport);
  }

  /** Returns this flow with what is known besides. */
  public Flow with(Transport newTransport) {
    return new Flow(destination, source, iif, oif, mark, tos, scope, newTransport);
  }
}
