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
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.Payload;

/**
 * Decides where IPv4 packets go: those that came in, with the checks of their source, and those
 * made here.
 *
 * <p>Models: net/ipv4/route.c:ip_route_input_slow(), __mkroute_input(),
 * ip_route_output_key_hash_rcu(), __mkroute_output();
 * net/ipv4/fib_frontend.c:fib_validate_source(). Differs: which hop of a multipath route a packet
 * takes follows from its addresses as in the kernel, but by another hash.
 */
final class Ipv4Routing {
  private static final IpAddress LOCALHOST = IpAddress.v4(0x7f000001);
  private static final IpAddress ALL_HOSTS = IpAddress.v4(0xe0000001);

  /** What {@link #validate} returns for a source that may not come by this device. */
  private enum Source {
    /** It may, and is not a neighbour of this host there. */
    FINE,
    /** It may, and is on the link. */
    ON_LINK,
    /** It is an address of this host or no unicast address. */
    MARTIAN,
    /** The way back leads elsewhere. */
    REVERSE_PATH
  }

  private final Netns netns;

  Ipv4Routing(Netns netns) {
    this.netns = netns;
  }

  private static boolean isLocalMulticast(IpAddress address) {
    return address.low() >>> 8 == 0xe00000L;
  }

  /** Every device listens to all hosts; nobody joins anything else. */
  static boolean isJoined(IpAddress group) {
    return group.equals(ALL_HOSTS);
  }

  // Packets that came in.

  /**
   * Returns what becomes of a packet, or of an ARP request for {@code destination}.
   *
   * @param payload what it holds; null for an ARP request: broadcasts and routes back are refused
   */
  Dst input(
      IpAddress destination, IpAddress source, Link device, int mark, int tos, Payload payload) {
    Flow flow = Flow.received(destination, source, device.ifindex(), mark, tos);
    if (payload != null && Ipv4Paths.looksIntoPackets(netns)) {
      flow = flow.with(Flow.Transport.of(payload));
    }
    return input(flow, device, payload == null);
  }

  /** Returns what becomes of a packet, or of an ARP request. */
  Dst input(Flow flow, Link device, boolean arp) {
    IpAddress destination = flow.destination();
    IpAddress source = flow.source();
    if (!Ipv4Paths.isEnabled(device)) {
      return Dst.dropped(Disposition.NOT_TAKEN, null);
    }
    if (source.isMulticast() || source.isLimitedBroadcast()) {
      return Dst.dropped(Disposition.MARTIAN_SOURCE, null);
    }
    if (destination.isMulticast()) {
      return inputMulticast(flow, device);
    }
    if (destination.isLimitedBroadcast()
        || (source.isUnspecified() && destination.isUnspecified())) {
      return inputBroadcast(source, device, flow.mark(), flow.tos(), arp, null);
    }
    if (source.isUnspecified()) {
      return Dst.dropped(Disposition.MARTIAN_SOURCE, null);
    }
    boolean localNet = Ipv4Paths.either(device, Setting.ROUTE_LOCALNET);
    if (destination.isUnspecified() || (destination.isLoopback() && !localNet)) {
      return Dst.dropped(Disposition.MARTIAN_DESTINATION, null);
    }
    if (source.isLoopback() && !localNet) {
      return Dst.dropped(Disposition.MARTIAN_SOURCE, null);
    }
    return inputBy(Ipv4Paths.lookup(netns, flow, false), flow, device, arp);
  }

  private Dst inputBy(FibResult result, Flow flow, Link device, boolean arp) {
    boolean forwards = Ipv4Paths.own(device, Setting.FORWARDING) != 0;
    if (!result.isFound()) {
      Errno error = result.error().orElseThrow();
      return forwards
          ? Dst.failed(error, result, whyFailed(error, result))
          : Dst.failed(Errno.EHOSTUNREACH, result, Disposition.NOT_FORWARDED);
    }
    switch (result.type()) {
      case BROADCAST -> {
        if (!Ipv4Paths.both(device, Setting.BC_FORWARDING)) {
          return inputBroadcast(flow.source(), device, flow.mark(), flow.tos(), arp, result);
        }
      }
      case LOCAL -> {
        Source source = validate(flow, 0, device);
        return switch (source) {
          case MARTIAN -> Dst.dropped(Disposition.MARTIAN_SOURCE, result);
          case REVERSE_PATH -> Dst.dropped(Disposition.RP_FILTER, result);
          default -> local(result);
        };
      }
      default -> {
        if (!forwards) {
          return Dst.failed(Errno.EHOSTUNREACH, result, Disposition.NOT_FORWARDED);
        }
        if (result.type() != RouteType.UNICAST) {
          return Dst.dropped(Disposition.MARTIAN_DESTINATION, result);
        }
      }
    }
    return inputUnicast(select(result, flow), flow, device, arp);
  }

  private Dst inputUnicast(FibResult result, Flow flow, Link device, boolean arp) {
    NextHop hop = result.hop();
    Link out = hop.device().orElseThrow();
    Source source = validate(flow, out.ifindex(), device);
    if (source == Source.MARTIAN) {
      return Dst.dropped(Disposition.MARTIAN_SOURCE, result);
    }
    if (source == Source.REVERSE_PATH) {
      return Dst.dropped(Disposition.RP_FILTER, result);
    }
    IpAddress gateway = hop.router().orElse(null);
    boolean back = out == device;
    if (arp && back && Ipv4Paths.own(device, Setting.PROXY_ARP_PVLAN) == 0) {
      return Dst.dropped(Disposition.MARTIAN_DESTINATION, result);
    }
    boolean redirect =
        back
            && source == Source.ON_LINK
            && Ipv4Paths.either(out, Setting.SEND_REDIRECTS)
            && (Ipv4Paths.either(out, Setting.SHARED_MEDIA)
                || Ipv4Paths.isOnLink(
                    out, flow.source(), gateway == null ? IpAddress.ANY_V4 : gateway));
    return new Dst(
        Dst.Kind.UNICAST, RouteType.UNICAST, out, gateway, null, result, null, redirect, null);
  }

  /** Models: net/ipv4/route.c:ip_route_input_mc(), ip_mc_validate_source() */
  private Dst inputMulticast(Flow flow, Link device) {
    IpAddress source = flow.source();
    if (!isJoined(flow.destination())) {
      return Dst.dropped(Disposition.NOT_TAKEN, null);
    }
    if (source.isLoopback() && !Ipv4Paths.either(device, Setting.ROUTE_LOCALNET)) {
      return Dst.dropped(Disposition.MARTIAN_SOURCE, null);
    }
    if (!source.isUnspecified()) {
      Source checked = validate(flow, 0, device);
      if (checked == Source.MARTIAN || checked == Source.REVERSE_PATH) {
        return Dst.dropped(
            checked == Source.MARTIAN ? Disposition.MARTIAN_SOURCE : Disposition.RP_FILTER, null);
      }
    }
    Link lo = Ipv4Paths.loopback(netns);
    return new Dst(
        Dst.Kind.BROADCAST, RouteType.MULTICAST, lo, null, null, null, null, false, null);
  }

  private Dst inputBroadcast(
      IpAddress source, Link device, int mark, int tos, boolean arp, FibResult result) {
    if (arp) {
      return Dst.dropped(Disposition.NOT_TAKEN, result);
    }
    if (!source.isUnspecified()) {
      Flow flow = Flow.received(IpAddress.ANY_V4, source, device.ifindex(), mark, tos);
      Source checked = validate(flow, 0, device);
      if (checked == Source.MARTIAN || checked == Source.REVERSE_PATH) {
        return Dst.dropped(
            checked == Source.MARTIAN ? Disposition.MARTIAN_SOURCE : Disposition.RP_FILTER, result);
      }
    }
    return broadcast(result);
  }

  private Dst local(FibResult result) {
    Link lo = Ipv4Paths.loopback(netns);
    return new Dst(Dst.Kind.LOCAL, RouteType.LOCAL, lo, null, null, result, null, false, null);
  }

  private Dst broadcast(FibResult result) {
    Link lo = Ipv4Paths.loopback(netns);
    return new Dst(
        Dst.Kind.BROADCAST, RouteType.BROADCAST, lo, null, null, result, null, false, null);
  }

  /**
   * Tells whether a source may come by {@code device}.
   *
   * @param oif the ifindex by which the packet goes on, 0 if it stays
   */
  private Source validate(Flow flow, int oif, Link device) {
    int filter = Ipv4Paths.max(device, Setting.RP_FILTER);
    boolean acceptLocal = Ipv4Paths.either(device, Setting.ACCEPT_LOCAL);
    if (filter == 0
        && (device.ifindex() != oif || !Ipv4Paths.either(device, Setting.SEND_REDIRECTS))) {
      if (acceptLocal) {
        return Source.FINE;
      }
      if (!Ipv4Paths.hasCustomRules(netns)) {
        return Ipv4Paths.isInterfaceAddress(netns, flow.source()) ? Source.MARTIAN : Source.FINE;
      }
    }
    int mark = Ipv4Paths.either(device, Setting.SRC_VALID_MARK) ? flow.mark() : 0;
    Flow back =
        new Flow(
            /* destination= */ flow.source(),
            /* source= */ flow.destination(),
            oif == 0 ? Flow.LOOPBACK : oif,
            0,
            mark,
            flow.tos(),
            0,
            flow.transport().reversed());
    FibResult result = Ipv4Paths.lookup(netns, back, false);
    if (!result.isFound()) {
      return filter != 0 ? Source.REVERSE_PATH : Source.FINE;
    }
    if (result.type() != RouteType.UNICAST && (result.type() != RouteType.LOCAL || !acceptLocal)) {
      return Source.MARTIAN;
    }
    if (usesDevice(result.route().orElseThrow(), device)
        || (result.type() == RouteType.LOCAL && device.isLoopback())) {
      return onLink(result);
    }
    if (!Ipv4Paths.hasAddress(device)) {
      return filter != 0 ? Source.REVERSE_PATH : Source.FINE;
    }
    if (filter == 1) {
      return Source.REVERSE_PATH;
    }
    FibResult there = Ipv4Paths.lookup(netns, back.withOif(device.ifindex()), true);
    return there.isFound() && there.type() == RouteType.UNICAST ? onLink(there) : Source.FINE;
  }

  private static Source onLink(FibResult result) {
    return result.hop().router().isEmpty() ? Source.ON_LINK : Source.FINE;
  }

  private static boolean usesDevice(Route route, Link device) {
    for (NextHop hop : route.hops()) {
      if (hop.device().isPresent() && hop.device().get() == device) {
        return true;
      }
    }
    return false;
  }

  // Packets made here.

  /** Returns where a packet made here goes; see {@link IpLayer#routeOutput}. */
  Dst output(
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
    return output(flow, oif, anySource);
  }

  /**
   * Returns where a packet made here goes.
   *
   * @param oif the device of {@code flow}'s oif, null for any
   * @param anySource whether the source need not be this host's
   */
  Dst output(Flow flow, Link oif, boolean anySource) {
    IpAddress wanted = flow.destination();
    IpAddress from = flow.source();
    if (!from.isUnspecified()) {
      if (from.isMulticast() || from.isLimitedBroadcast()) {
        return Dst.failed(Errno.EINVAL, null, Disposition.MARTIAN_SOURCE);
      }
      if (!anySource && netns.addressType(from) != RouteType.LOCAL) {
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
      Link lo = Ipv4Paths.loopback(netns);
      return new Dst(Dst.Kind.LOCAL, RouteType.LOCAL, lo, null, to, null, null, false, null);
    }
    FibResult result = Ipv4Paths.lookup(netns, flow.withSource(from), false);
    if (!result.isFound()) {
      return oif == null
          ? failed(result)
          : outputOnLink(wanted, orOwn(from, oif, RouteScope.LINK), oif, result);
    }
    if (result.type() == RouteType.LOCAL) {
      IpAddress chosen = from;
      if (chosen.isUnspecified()) {
        chosen = result.route().orElseThrow().source().orElse(wanted);
      }
      Link lo = Ipv4Paths.loopback(netns);
      return new Dst(Dst.Kind.LOCAL, RouteType.LOCAL, lo, null, chosen, result, null, false, null);
    }
    if (oif == null) {
      result = select(result, flow.withSource(from));
    }
    IpAddress chosen = from.isUnspecified() ? Ipv4Paths.preferredSource(netns, result) : from;
    return outputUnicast(wanted, chosen, result);
  }

  private static Dst failed(FibResult result) {
    Errno error = result.error().orElseThrow();
    return Dst.failed(error, result, whyFailed(error, result));
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

  /** Picks a hop of a multipath route by the packet's addresses. */
  private static FibResult select(FibResult result, Flow flow) {
    Route route = result.route().orElseThrow();
    if (!route.isMultipath()) {
      return result;
    }
    int total = 0;
    for (NextHop hop : route.hops()) {
      total += isAlive(hop) ? hop.weight() : 0;
    }
    if (total == 0) {
      return result;
    }
    int hash = flow.source().hashCode() * 31 + flow.destination().hashCode();
    int rest = Math.floorMod(hash ^ hash >>> 16, total);
    for (int i = 0; i < route.hops().size(); i++) {
      NextHop hop = route.hops().get(i);
      rest -= isAlive(hop) ? hop.weight() : 0;
      if (rest < 0) {
        return new FibResult(result.error(), result.route(), i, result.rule());
      }
    }
    return result;
  }

  private static boolean isAlive(NextHop hop) {
    return !hop.dead() && !hop.linkDown();
  }

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
}
