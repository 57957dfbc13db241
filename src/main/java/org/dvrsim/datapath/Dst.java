package org.dvrsim.datapath;

import org.dvrsim.base.Errno;
import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IpAddress;

/**
 * What routing decided about a packet.
 *
 * <p>Models: include/net/route.h:struct rtable, include/net/ip6_fib.h:struct rt6_info
 *
 * @param kind what is done with the packet
 * @param type the type of the route; UNREACHABLE if there was none
 * @param device the device by which it leaves; the loopback device for local packets
 * @param gateway the router it is handed to, null if the destination is on the link
 * @param source the source address that a packet made here gets, null for received ones
 * @param result what the route lookup found, null if there was none
 * @param error why it can't go on, null if it can or nobody says
 * @param redirect whether the sender should be told of a better router
 * @param drop how the packet ends if the kind is DROP
 */
record Dst(
    Kind kind,
    RouteType type,
    Link device,
    IpAddress gateway,
    IpAddress source,
    FibResult result,
    Errno error,
    boolean redirect,
    Disposition drop) {
  enum Kind {
    /** It is for this host. */
    LOCAL,
    /** It goes on to a neighbour. */
    UNICAST,
    /** It goes to all hosts of a link, of which this may be one. */
    BROADCAST,
    /** Its sender is told that it can't go on. */
    ERROR,
    /** It is dropped silently. */
    DROP
  }

  static Dst dropped(Disposition why, FibResult result) {
    return new Dst(Kind.DROP, RouteType.UNREACHABLE, null, null, null, result, null, false, why);
  }

  static Dst failed(Errno error, FibResult result, Disposition why) {
    return new Dst(Kind.ERROR, RouteType.UNREACHABLE, null, null, null, result, error, false, why);
  }

  /** Returns a way that a packet made here takes, to be discarded when it is sent. */
  static Dst discarding(Link device, IpAddress source, FibResult result) {
    Disposition why = Disposition.NO_ROUTE;
    return new Dst(
        Kind.ERROR, RouteType.UNREACHABLE, device, null, source, result, null, false, why);
  }

  /** Returns what a lookup that found no route leads to. */
  static Dst notFound(FibResult result) {
    Errno error = result.error().orElseThrow();
    return failed(error, result, whyFailed(error, result));
  }

  /** Returns how the way of a packet ends for which a lookup answered {@code error}. */
  static Disposition whyFailed(Errno error, FibResult result) {
    if (error == Errno.EHOSTUNREACH) {
      return Disposition.UNREACHABLE;
    }
    if (error == Errno.EACCES) {
      return Disposition.PROHIBITED;
    }
    if (error == Errno.EINVAL) {
      return Disposition.BLACKHOLE;
    }
    boolean byRule = result.rule().isPresent() && result.route().isEmpty();
    return byRule ? Disposition.UNREACHABLE : Disposition.NO_ROUTE;
  }

  /** Returns this by another router on the same link. */
  Dst by(IpAddress router) {
    return new Dst(kind, type, device, router, source, result, error, redirect, drop);
  }

  boolean isLocal() {
    return kind == Kind.LOCAL;
  }

  /** Returns the address whose MAC is needed to send to {@code destination}. */
  IpAddress nextHop(IpAddress destination) {
    return gateway != null ? gateway : destination;
  }
}
