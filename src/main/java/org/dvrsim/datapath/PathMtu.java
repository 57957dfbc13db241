package org.dvrsim.datapath;

import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpAddress;

/**
 * How long packets may be on their way: for packets made here what was learnt of the path, else
 * what the route says, else what the device takes.
 *
 * <p>Models: include/net/ip.h:ip_dst_mtu_maybe_forward(), ip_mtu_locked()
 */
final class PathMtu {
  private final RouteExceptions exceptions;

  PathMtu(RouteExceptions exceptions) {
    this.exceptions = exceptions;
  }

  /** Returns how long packets on the way of {@code skb} may be. */
  int of(Skb skb) {
    return skb.upToDevice
        ? skb.dst.device().mtu()
        : of(skb.dst, skb.packet.destination(), skb.forwarded);
  }

  /** Returns how long packets to {@code destination} may be. */
  int of(Dst dst, IpAddress destination, boolean forwarding) {
    Route route = dst.result() == null ? null : dst.result().route().orElse(null);
    if (!forwarding && !dst.isLocal()) {
      RouteException exception = exceptions.find(route, destination);
      if (exception != null && exception.mtu() != 0) {
        return exception.mtu();
      }
    }
    return route != null && route.mtu() != 0 && !dst.isLocal() ? route.mtu() : dst.device().mtu();
  }

  /**
   * Tells whether the path takes less than what is believed of any, so that packets may be split.
   */
  boolean isLocked(Dst dst, IpAddress destination) {
    Route route = dst.result() == null ? null : dst.result().route().orElse(null);
    RouteException exception = exceptions.find(route, destination);
    return exception != null && exception.locked();
  }

  /**
   * Tells whether a packet, or the longest part that it came in, must not be split but doesn't fit.
   *
   * <p>Models: net/ipv4/ip_forward.c:ip_exceeds_mtu(), net/ipv6/ip6_output.c:ip6_pkt_too_big()
   */
  static boolean isTooBig(Skb skb, int mtu) {
    int length = skb.longestPart != 0 ? skb.longestPart : skb.packet.length();
    return skb.packet.dontFragment() && length > mtu;
  }

  /**
   * Takes a note of what a router on the path said, if it is news.
   *
   * @param least the least that is believed
   */
  void learn(Dst dst, IpAddress destination, int mtu, int least) {
    int old = of(dst, destination, false);
    if (mtu <= old) {
      int noted = Math.max(mtu, Math.min(old, least));
      Route route = dst.result().route().orElseThrow();
      exceptions.putMtu(route, destination, noted, mtu < least);
    }
  }
}
