package org.dvrsim.kernel;

import java.util.Objects;
import org.dvrsim.net.IpAddress;

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
 */
public record Flow(
    IpAddress destination, IpAddress source, int iif, int oif, int mark, int tos, int scope) {
  /** The ifindex of the loopback device. */
  public static final int LOOPBACK = 1;

  /** Checks that both addresses are given. */
  public Flow {
    Objects.requireNonNull(destination);
    Objects.requireNonNull(source);
  }

  /** Returns the flow of a packet made here for {@code destination}. */
  public static Flow to(IpAddress destination) {
    return new Flow(destination, IpAddress.any(destination.family()), LOOPBACK, 0, 0, 0, 0);
  }

  /** Returns the flow of a packet that came in by a device. */
  public static Flow received(IpAddress destination, IpAddress source, int iif, int mark, int tos) {
    return new Flow(destination, source, iif, 0, mark, tos, 0);
  }

  /** Returns this flow with another mark. */
  public Flow withMark(int newMark) {
    return new Flow(destination, source, iif, oif, newMark, tos, scope);
  }

  /** Returns this flow bound to leave by the device {@code newOif}. */
  public Flow withOif(int newOif) {
    return new Flow(destination, source, iif, newOif, mark, tos, scope);
  }

  /** Returns this flow with another source. */
  public Flow withSource(IpAddress newSource) {
    return new Flow(destination, newSource, iif, oif, mark, tos, scope);
  }
}
