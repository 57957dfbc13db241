package org.dvrsim.kernel;

import java.util.Locale;

/**
 * What a route does with a packet.
 *
 * <p>Models: include/uapi/linux/rtnetlink.h:RTN_*; iproute2 ip/rtm_map.c
 */
public enum RouteType {
  /** Sends it to a next hop or onto a link. */
  UNICAST,
  /** Delivers it to this host. */
  LOCAL,
  /** Delivers it here as a broadcast, sends it as one. */
  BROADCAST,
  /** Delivers it here as a broadcast, sends it as unicast. */
  ANYCAST,
  /** A multicast route. */
  MULTICAST,
  /** Drops it silently; a local sender sees EINVAL. */
  BLACKHOLE,
  /** Drops it with ICMP host unreachable; a local sender sees EHOSTUNREACH. */
  UNREACHABLE,
  /** Drops it with ICMP administratively prohibited; a local sender sees EACCES. */
  PROHIBIT,
  /** Ends the lookup in this table as if nothing had matched. */
  THROW,
  /** Obsolete; refused by the kernel. */
  NAT;

  /** Tells whether a route of this type has no next hop. */
  public boolean isRefusal() {
    return this == BLACKHOLE || this == UNREACHABLE || this == PROHIBIT || this == THROW;
  }

  /** Returns iproute2's word, such as {@code unicast}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
