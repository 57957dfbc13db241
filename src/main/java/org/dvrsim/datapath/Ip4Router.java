package org.dvrsim.datapath;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * Decides where a namespace sends an IPv4 packet.
 *
 * <p>Models: net/ipv4/route.c:ip_route_output_key_hash_rcu(), ip_route_input_slow(),
 * __mkroute_input(); net/ipv4/fib_frontend.c:fib_validate_source()
 */
public final class Ip4Router {
  /** 224.0.0.1. */
  private static final IpAddress LOCALHOST = IpAddress.v4(0x7f000001);

  static final IpAddress ALL_HOSTS = IpAddress.v4(0xe0000001);

  private final Netns netns;

  /** Builds the decider of {@code netns}. */
  public Ip4Router(Netns netns) {
    this.netns = Objects.requireNonNull(netns);
  }

  /**
   * Decides for a packet made here.
   *
   * @param flow whose source may be unspecified, and whose oif may be 0
   * @throws ErrnoException EINVAL for a source that can be none, ENETUNREACH if the source isn't
   *     here, the device is down or there is no route, ENODEV without the device; or what the route
   *     says
   */
  public RouteDecision output(Flow flow) {
    IpAddress source = flow.source();
    IpAddress destination = flow.destination();
    if (!source.isUnspecified()) {
      checkSource(source);
    }
    Optional<Link> bound = Optional.empty();
    if (flow.oif() == 0
        && !source.isUnspecified()
        && (destination.isMulticast() || destination.isLimitedBroadcast())) {
      return onLink(destination, source, owner(source));
    }
    if (flow.oif() != 0) {
      bound = Optional.of(boundDevice(flow.oif()));
      if (isLocalMulticast(destination) || destination.isLimitedBroadcast()) {
        return onLink(destination, pick(source, bound.get(), RouteScope.LINK), bound.get());
      }
      if (source.isUnspecified() && destination.isMulticast()) {
        source = pick(source, bound.get(), RouteScope.GLOBAL);
      }
    }
    if (destination.isUnspecified()) {
      return nowhere(bound.isEmpty() ? source : pick(source, bound.get(), RouteScope.HOST));
    }
    FibResult result = netns.lookup(flow.withSource(source));
    if (!result.isFound()) {
      if (bound.isPresent()) {
        return onLink(destination, pick(source, bound.get(), RouteScope.LINK), bound.get());
      }
      throw ErrnoException.of(result.error().orElseThrow(), "route to " + destination);
    }
    if (result.type() == RouteType.LOCAL) {
      return local(result, source, destination);
    }
    NextHop hop = result.hop();
    Link device = hop.device().orElseThrow();
    IpAddress chosen = source.isUnspecified() ? preferredSource(result) : source;
    return made(result, destination, chosen, device, hop);
  }

  /** Nothing in particular is this host itself. */
  private RouteDecision nowhere(IpAddress source) {
    IpAddress self = source.isUnspecified() ? LOCALHOST : source;
    return new RouteDecision(
        RouteType.LOCAL, loopback(), self, Optional.empty(), Optional.empty(), false);
  }

  private void checkSource(IpAddress source) {
    if (source.isMulticast() || source.isLimitedBroadcast() || isZeronet(source)) {
      throw ErrnoException.of(Errno.EINVAL, "route from " + source);
    }
    if (netns.addressType(source) != RouteType.LOCAL) {
      throw ErrnoException.of(Errno.ENETUNREACH, "route from " + source);
    }
  }

  private Link owner(IpAddress source) {
    for (Link link : netns.links()) {
      if (link.addresses(IpFamily.V4).stream().anyMatch(own -> own.local().equals(source))) {
        return link;
      }
    }
    return loopback();
  }

  private Link boundDevice(int oif) {
    Link device =
        netns.link(oif).orElseThrow(() -> ErrnoException.of(Errno.ENODEV, "route by " + oif));
    if (!device.isUp() || device.conf(IpFamily.V4).isEmpty()) {
      throw ErrnoException.of(Errno.ENETUNREACH, "route by " + device);
    }
    return device;
  }

  private IpAddress pick(IpAddress source, Link device, RouteScope scope) {
    return source.isUnspecified()
        ? SourceAddress.select(netns, device, Optional.empty(), scope)
        : source;
  }

  /** Takes the destination to be on the link of {@code device}. */
  private RouteDecision onLink(IpAddress destination, IpAddress source, Link device) {
    checkLoopbackSource(source, device);
    return new RouteDecision(
        castType(destination, RouteType.UNICAST),
        device,
        source,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private RouteDecision local(FibResult result, IpAddress source, IpAddress destination) {
    IpAddress chosen =
        source.isUnspecified() ? result.route().flatMap(Route::source).orElse(destination) : source;
    return new RouteDecision(
        RouteType.LOCAL, loopback(), chosen, Optional.empty(), Optional.of(result), false);
  }

  private RouteDecision made(
      FibResult result, IpAddress destination, IpAddress source, Link device, NextHop hop) {
    checkLoopbackSource(source, device);
    if (isZeronet(destination)) {
      throw ErrnoException.of(Errno.EINVAL, "route to " + destination);
    }
    RouteType type = castType(destination, result.type());
    return new RouteDecision(type, device, source, Optional.of(hop), Optional.of(result), false);
  }

  private void checkLoopbackSource(IpAddress source, Link device) {
    if (!source.isLoopback()) {
      return;
    }
    boolean allowed =
        device.isLoopback()
            || device.conf(IpFamily.V4).map(c -> on(device, "route_localnet")).orElse(false);
    if (!allowed) {
      throw ErrnoException.of(Errno.EINVAL, "route from " + source);
    }
  }

  private static RouteType castType(IpAddress destination, RouteType type) {
    if (destination.isLimitedBroadcast()) {
      return RouteType.BROADCAST;
    }
    return destination.isMulticast() ? RouteType.MULTICAST : type;
  }

  /** Models: net/ipv4/fib_semantics.c:fib_result_prefsrc() */
  private IpAddress preferredSource(FibResult result) {
    Route route = result.route().orElseThrow();
    if (route.source().isPresent()) {
      return route.source().get();
    }
    NextHop hop = result.hop();
    Link device = hop.device().orElseThrow();
    Optional<IpAddress> gateway = hop.gateway();
    if (gateway.isPresent() && !gateway.get().isV4()) {
      return SourceAddress.select(netns, device, Optional.empty(), RouteScope.LINK);
    }
    return SourceAddress.select(netns, device, gateway, route.scope());
  }

  private Link loopback() {
    return netns.link(Flow.LOOPBACK).orElseThrow();
  }

  private static boolean isZeronet(IpAddress address) {
    return address.low() >>> 24 == 0;
  }

  private static boolean isLocalMulticast(IpAddress address) {
    return address.low() >>> 8 == 0xe00000L;
  }

  // Received packets.

  /**
   * Decides for a packet that came in by a device.
   *
   * @param flow whose iif is the device
   * @throws ErrnoException EINVAL for addresses that can't be (martians) and for a source that
   *     can't come this way, EHOSTUNREACH if this host doesn't forward; or what the route says
   */
  public RouteDecision input(Flow flow, Link device) {
    IpAddress source = flow.source();
    IpAddress destination = flow.destination();
    if (source.isMulticast() || source.isLimitedBroadcast()) {
      throw martian(flow);
    }
    if (destination.isMulticast()) {
      return multicastHere(flow, device);
    }
    if (source.isUnspecified() && destination.isUnspecified()) {
      return broadcastHere(source, Optional.empty());
    }
    if (destination.isLimitedBroadcast()) {
      if (!isZeronet(source)) {
        validate(flow, device, Optional.empty());
      }
      return broadcastHere(source, Optional.empty());
    }
    checkMartians(source, destination, device);
    boolean forwards = on(device, "forwarding", false);
    FibResult result = netns.lookup(flow);
    if (!result.isFound()) {
      Errno error = forwards ? result.error().orElseThrow() : Errno.EHOSTUNREACH;
      throw ErrnoException.of(error, "route to " + destination);
    }
    switch (result.type()) {
      case BROADCAST -> {
        validate(flow, device, Optional.empty());
        return broadcastHere(source, Optional.of(result));
      }
      case LOCAL -> {
        validate(flow, device, Optional.empty());
        return new RouteDecision(
            RouteType.LOCAL, loopback(), source, Optional.empty(), Optional.of(result), false);
      }
      case UNICAST -> {
        if (!forwards) {
          throw ErrnoException.of(Errno.EHOSTUNREACH, "route to " + destination);
        }
        return forwarded(flow, device, result);
      }
      default -> throw ErrnoException.of(Errno.EINVAL, "route to " + destination);
    }
  }

  private void checkMartians(IpAddress source, IpAddress destination, Link device) {
    boolean badSource =
        (isZeronet(source) && !source.isUnspecified())
            || (source.isLoopback() && !on(device, "route_localnet"));
    boolean badDestination =
        isZeronet(destination) || (destination.isLoopback() && !on(device, "route_localnet"));
    if (badSource || badDestination || source.isUnspecified()) {
      throw ErrnoException.of(Errno.EINVAL, "route to " + destination + " from " + source);
    }
  }

  /** Every device listens to all hosts; nobody joins anything else. */
  public static boolean isJoined(IpAddress group) {
    return group.equals(ALL_HOSTS);
  }

  /** Models: net/ipv4/route.c:ip_route_input_mc(), ip_mc_validate_source() */
  private RouteDecision multicastHere(Flow flow, Link device) {
    IpAddress source = flow.source();
    boolean looped = source.isLoopback() && !on(device, "route_localnet");
    if (!isJoined(flow.destination()) || looped) {
      throw martian(flow);
    }
    if (!isZeronet(source)) {
      validate(flow, device, Optional.empty());
    }
    return new RouteDecision(
        RouteType.MULTICAST, loopback(), source, Optional.empty(), Optional.empty(), false);
  }

  private RouteDecision broadcastHere(IpAddress source, Optional<FibResult> result) {
    return new RouteDecision(
        RouteType.BROADCAST, loopback(), source, Optional.empty(), result, false);
  }

  private RouteDecision forwarded(Flow flow, Link device, FibResult result) {
    NextHop hop = result.hop();
    Link out = hop.device().orElseThrow();
    boolean direct = validate(flow, device, Optional.of(out));
    boolean redirect =
        out == device
            && direct
            && on(device, "send_redirects")
            && (on(device, "shared_media") || isOnLink(out, flow.source(), hop));
    return new RouteDecision(
        RouteType.UNICAST, out, flow.source(), Optional.of(hop), Optional.of(result), redirect);
  }

  /** Models: net/ipv4/devinet.c:inet_addr_onlink() */
  private static boolean isOnLink(Link device, IpAddress source, NextHop hop) {
    IpAddress gateway = hop.router().filter(IpAddress::isV4).orElse(IpAddress.ANY_V4);
    return device.addresses(IpFamily.V4).stream()
        .filter(address -> !address.isSecondary())
        .anyMatch(
            address ->
                address.network().contains(source)
                    && (gateway.isUnspecified() || address.network().contains(gateway)));
  }

  /**
   * Checks that the source may come in by {@code device}.
   *
   * @return whether the source is directly connected
   */
  private boolean validate(Flow flow, Link device, Optional<Link> out) {
    int filter = Math.max(all("rp_filter"), number(device, "rp_filter"));
    boolean sameWay = out.filter(link -> link == device).isPresent();
    boolean customRules = netns.lookup(flow).rule().isPresent();
    if (filter == 0 && !(sameWay && on(device, "send_redirects"))) {
      if (on(device, "accept_local")) {
        return false;
      }
      if (!customRules) {
        if (netns.addressType(flow.source()) == RouteType.LOCAL) {
          throw martian(flow);
        }
        return false;
      }
    }
    return reversePath(flow, device, filter, out);
  }

  /** Models: net/ipv4/fib_frontend.c:__fib_validate_source() */
  private boolean reversePath(Flow flow, Link device, int filter, Optional<Link> out) {
    int mark = on(device, "src_valid_mark") ? flow.mark() : 0;
    int iif = out.map(Link::ifindex).orElse(Flow.LOOPBACK);
    Flow back = new Flow(flow.source(), flow.destination(), iif, 0, mark, flow.tos(), 0);
    FibResult result = netns.lookup(back);
    if (!result.isFound()) {
      if (filter != 0) {
        throw ErrnoException.of(Errno.EINVAL, "route from " + flow.source());
      }
      return false;
    }
    if (result.type() != RouteType.UNICAST
        && (result.type() != RouteType.LOCAL || !on(device, "accept_local"))) {
      throw martian(flow);
    }
    Route route = result.route().orElseThrow();
    for (NextHop hop : route.hops()) {
      if (hop.device().filter(link -> link == device).isPresent()) {
        return result.hop().router().isEmpty();
      }
    }
    if (device.addresses(IpFamily.V4).isEmpty()) {
      if (filter != 0) {
        throw ErrnoException.of(Errno.EINVAL, "route from " + flow.source());
      }
      return false;
    }
    if (filter == 1) {
      throw ErrnoException.of(Errno.EINVAL, "route from " + flow.source());
    }
    FibResult bound = netns.lookup(back.withOif(device.ifindex()));
    return bound.isFound() && bound.type() == RouteType.UNICAST && bound.hop().router().isEmpty();
  }

  private static ErrnoException martian(Flow flow) {
    return ErrnoException.of(Errno.EINVAL, "route from " + flow.source());
  }

  // Settings.

  private boolean on(Link device, String setting) {
    return on(device, setting, true);
  }

  private boolean on(Link device, String setting, boolean orAll) {
    return number(device, setting) != 0 || (orAll && all(setting) != 0);
  }

  private static int number(Link device, String setting) {
    return device.conf(IpFamily.V4).map(conf -> conf.get(setting)).orElse(0);
  }

  private int all(String setting) {
    return (int) netns.sysctl().number("net.ipv4.conf.all." + setting);
  }
}
