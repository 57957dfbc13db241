package org.dvrsim.datapath;

import org.dvrsim.base.Errno;
import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Ipv4Paths;
import org.dvrsim.kernel.Ipv4Paths.Setting;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * Decides where IPv4 packets go that are made here.
 *
 * <p>Models: net/ipv4/route.c:ip_route_output_key_hash_rcu(), __mkroute_output()
 */
final class Ipv4Output {
  private static final IpAddress LOCALHOST = IpAddress.v4(0x7f000001);

  private final Netns netns;

  Ipv4Output(Netns netns) {
    this.netns = netns;
  }

  private static boolean isLocalMulticast(IpAddress address) {
    return address.low() >>> 8 == 0xe00000L;
  }

  /** Returns where a packet made here goes; see {@link IpLayer#routeOutput}. */
  Dst route(
      IpAddress wanted,
      IpAddress source,
      Link oif,
      int mark,
      int tos,
      boolean anySource,
      Flow.Transport transport) {
    Flow flow =
        new Flow(
            wanted,
            source,
            Flow.LOOPBACK,
            oif == null ? 0 : oif.ifindex(),
            mark,
            tos,
            0,
            transport);
    return route(flow, oif, anySource);
  }

  /**
   * Returns where a packet made here goes.
   *
   * @param oif the device of {@code flow}'s oif, null for any
   * @param anySource whether the source need not be this host's
   */
  Dst route(Flow flow, Link oif, boolean anySource) {
    IpAddress wanted = flow.destination();
    IpAddress from = flow.source();
    if (!from.isUnspecified()) {
      if (from.isMulticast() || from.isLimitedBroadcast()) {
        return Dst.failed(Errno.EINVAL, null, Disposition.MARTIAN_SOURCE);
      }
      if (!anySource && !isOwn(from)) {
        return Dst.failed(Errno.ENETUNREACH, null, Disposition.MARTIAN_SOURCE);
      }
      if (oif == null && (wanted.isMulticast() || wanted.isLimitedBroadcast())) {
        return outputOnLink(wanted, from, owner(from), null);
      }
    }
    if (oif != null) {
      if (!oif.isUp() || !Ipv4Paths.isEnabled(oif)) {
        return Dst.failed(Errno.ENETUNREACH, null, Disposition.LINK_DOWN);
      }
      if (isLocalMulticast(wanted) || wanted.isLimitedBroadcast()) {
        return outputOnLink(wanted, orOwn(from, oif, RouteScope.LINK), oif, null);
      }
      if (wanted.isMulticast()) {
        from = orOwn(from, oif, RouteScope.GLOBAL);
      } else if (wanted.isUnspecified()) {
        from = orOwn(from, oif, RouteScope.HOST);
      }
    }
    if (wanted.isUnspecified()) {
      IpAddress to = from.isUnspecified() ? LOCALHOST : from;
      return toSelf(to, null);
    }
    FibResult result = Ipv4Paths.lookup(netns, flow.withSource(from), false);
    if (!result.isFound()) {
      return oif == null
          ? Dst.notFound(result)
          : outputOnLink(wanted, orOwn(from, oif, RouteScope.LINK), oif, result);
    }
    if (result.type() == RouteType.LOCAL) {
      IpAddress chosen = from;
      if (chosen.isUnspecified()) {
        chosen = result.route().orElseThrow().source().orElse(wanted);
      }
      return toSelf(chosen, result);
    }
    if (oif == null) {
      result = Multipath.select(result, flow.withSource(from));
    }
    IpAddress chosen = from.isUnspecified() ? Ipv4Paths.preferredSource(netns, result) : from;
    return outputUnicast(wanted, chosen, result);
  }

  /** A packet for this host goes over the loopback device, which may be too short for IPv4. */
  private Dst toSelf(IpAddress source, FibResult result) {
    Link lo = Ipv4Paths.loopback(netns);
    return Ipv4Paths.isEnabled(lo)
        ? new Dst(Dst.Kind.LOCAL, RouteType.LOCAL, lo, null, source, result, null, false, null)
        : Dst.failed(Errno.EINVAL, result, Disposition.LINK_DOWN);
  }

  /** Models: net/ipv4/devinet.c:__ip_dev_find(), which doesn't need a route to an own address */
  private boolean isOwn(IpAddress source) {
    return netns.addressType(source) == RouteType.LOCAL
        || Ipv4Paths.isInterfaceAddress(netns, source);
  }

  private Link owner(IpAddress source) {
    for (Link link : netns.links()) {
      for (IfAddress own : link.addresses(IpFamily.V4)) {
        if (own.local().equals(source)) {
          return link;
        }
      }
    }
    return Ipv4Paths.loopback(netns);
  }

  private static IpAddress orOwn(IpAddress source, Link device, RouteScope scope) {
    return source.isUnspecified()
        ? Ipv4Paths.selectAddress(device, IpAddress.ANY_V4, scope.value())
        : source;
  }

  /** The destination is taken to be on the link of {@code device}: no route says otherwise. */
  private static Dst outputOnLink(
      IpAddress wanted, IpAddress source, Link device, FibResult result) {
    return made(wanted, source, device, RouteType.UNICAST, null, result);
  }

  private static Dst outputUnicast(IpAddress wanted, IpAddress source, FibResult result) {
    NextHop hop = result.hop();
    Link out = hop.device().orElseThrow();
    return made(wanted, source, out, result.type(), hop.router().orElse(null), result);
  }

  /** Models: net/ipv4/route.c:__mkroute_output() */
  private static Dst made(
      IpAddress wanted,
      IpAddress source,
      Link out,
      RouteType found,
      IpAddress router,
      FibResult result) {
    if (source.isLoopback()
        && !out.isLoopback()
        && !Ipv4Paths.either(out, Setting.ROUTE_LOCALNET)) {
      return Dst.failed(Errno.EINVAL, result, Disposition.MARTIAN_SOURCE);
    }
    RouteType type = castType(wanted, found);
    boolean unicast = type == RouteType.UNICAST;
    Dst.Kind kind =
        unicast ? out.isLoopback() ? Dst.Kind.LOCAL : Dst.Kind.UNICAST : Dst.Kind.BROADCAST;
    return new Dst(kind, type, out, unicast ? router : null, source, result, null, false, null);
  }

  private static RouteType castType(IpAddress destination, RouteType found) {
    if (destination.isLimitedBroadcast()) {
      return RouteType.BROADCAST;
    }
    return destination.isMulticast() ? RouteType.MULTICAST : found;
  }
}
