package org.dvrsim.datapath;

import org.dvrsim.base.Errno;
import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Ipv4Paths;
import org.dvrsim.kernel.Ipv6Paths;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpProtocols;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.Packet;
import org.dvrsim.netfilter.Hook;
import org.dvrsim.netfilter.RejectTarget;

/**
 * IPv6 in a namespace, with its ICMPv6 errors.
 *
 * <p>Models: net/ipv6/route.c:ip6_route_input(), ip6_route_output_flags(), ip6_pkt_drop();
 * net/ipv6/ip6_input.c:ip6_rcv_core(); net/ipv6/ip6_output.c:ip6_forward(); net/ipv6/icmp.c:
 * icmp6_send(). Left out: extension headers, limits on the rate of errors, redirects.
 */
final class Ipv6Layer extends IpLayer {
  private static final Flow.Transport ICMP = new Flow.Transport(0, IpProtocols.ICMPV6, 0, 0);
  private static final int NO_ROUTE = 0;
  private static final int ADM_PROHIBITED = 1;
  private static final int NOT_NEIGHBOUR = 2;
  private static final int ADDR_UNREACH = 3;
  private static final int PORT_UNREACH = 4;

  /** The least MTU that links have (IPV6_MIN_MTU). */
  private static final int LEAST_MTU = 1280;

  Ipv6Layer(Stack stack) {
    super(stack, IpFamily.V6);
  }

  @Override
  Dst routeInput(Skb skb) {
    Packet packet = skb.packet;
    if (packet.destination().isMulticast()) {
      return new Dst(
          Dst.Kind.BROADCAST,
          RouteType.MULTICAST,
          Ipv4Paths.loopback(stack.netns()),
          null,
          null,
          null,
          null,
          false,
          null);
    }
    Flow flow =
        Flow.received(
                packet.destination(), packet.source(), skb.device.ifindex(), skb.mark, packet.tos())
            .with(Flow.Transport.of(packet.payload()));
    FibResult result = Ipv6Paths.lookup(stack.netns(), flow);
    if (!result.isFound()) {
      return Dst.notFound(result);
    }
    return found(result, null);
  }

  private Dst found(FibResult result, IpAddress source) {
    if (result.isDiscard()) {
      return source == null
          ? Dst.failed(Errno.ENETUNREACH, result, Disposition.NO_ROUTE)
          : Dst.discarding(Ipv4Paths.loopback(stack.netns()), source, result);
    }
    NextHop hop = result.hop();
    boolean local =
        result.type() == RouteType.LOCAL
            || result.type() == RouteType.ANYCAST
            || hop.device().map(Link::isLoopback).orElse(true);
    if (local) {
      Link lo = Ipv4Paths.loopback(stack.netns());
      return new Dst(Dst.Kind.LOCAL, RouteType.LOCAL, lo, null, source, result, null, false, null);
    }
    return new Dst(
        Dst.Kind.UNICAST,
        result.type(),
        hop.device().orElseThrow(),
        hop.gateway().orElse(null),
        source,
        result,
        null,
        false,
        null);
  }

  @Override
  Dst routeOutput(
      IpAddress destination,
      IpAddress source,
      Link oif,
      int mark,
      int tos,
      boolean anySource,
      Flow.Transport transport) {
    IpAddress to = destination.isUnspecified() ? IpAddress.v6(0, 1) : destination;
    int out = oif == null ? 0 : oif.ifindex();
    Flow flow = new Flow(to, source, Flow.LOOPBACK, out, mark, tos, 0, transport);
    FibResult result = Ipv6Paths.lookup(stack.netns(), flow);
    if (!result.isFound()) {
      return Dst.notFound(result);
    }
    IpAddress from = source;
    if (from.isUnspecified()) {
      Link by = result.hop().device().orElse(Ipv4Paths.loopback(stack.netns()));
      from =
          result
              .route()
              .orElseThrow()
              .source()
              .orElseGet(() -> Ipv6Paths.selectAddress(stack.netns(), by, to));
      if (result.type() == RouteType.LOCAL) {
        from = to;
      }
    }
    return found(result, from);
  }

  /** Sends a packet of neighbour discovery, which is not routed. */
  void sendDiscovery(Skb skb, Link out, MacAddress mac) {
    boolean group = skb.packet.destination().isMulticast();
    skb.dst =
        new Dst(
            group ? Dst.Kind.BROADCAST : Dst.Kind.UNICAST,
            group ? RouteType.MULTICAST : RouteType.UNICAST,
            out,
            null,
            null,
            null,
            null,
            false,
            null);
    if (passes(Hook.OUTPUT, skb, out) && passes(Hook.POSTROUTING, skb, out)) {
      stack.neighbours().transmit(skb, out, mac);
    }
  }

  @Override
  Disposition checkReceived(Skb skb) {
    Packet packet = skb.packet;
    if (!Ipv6Paths.isEnabled(skb.device)) {
      return Disposition.NOT_TAKEN;
    }
    boolean fromWire = !skb.device.isLoopback();
    if (packet.source().isMulticast() || (fromWire && packet.source().isLoopback())) {
      return Disposition.MARTIAN_SOURCE;
    }
    return fromWire && packet.destination().isLoopback() ? Disposition.MARTIAN_DESTINATION : null;
  }

  @Override
  Disposition checkForward(Skb skb) {
    if (!Ipv6Paths.isForwarding(stack.netns())) {
      return Disposition.NOT_FORWARDED;
    }
    IpAddress source = skb.packet.source();
    if (source.isUnspecified() || source.isMulticast() || source.isLoopback()) {
      return Disposition.MARTIAN_SOURCE;
    }
    if (source.isLinkLocal() && skb.packet.ttl() > 1) {
      sendError(skb, IcmpMessage.V6_DEST_UNREACH, NOT_NEIGHBOUR, 0);
      return Disposition.MARTIAN_SOURCE;
    }
    return null;
  }

  // What ICMP says.

  /** Models: net/ipv6/route.c:__ip6_rt_update_pmtu(). Differs: redirects are passed over. */
  @Override
  void learn(Skb error, IcmpMessage message) {
    if (message.type() == IcmpMessage.V6_PACKET_TOO_BIG && message.value() >= LEAST_MTU) {
      learnMtu(message.quoted(), message.value(), LEAST_MTU);
    }
  }

  // Errors.

  @Override
  void sendError(Skb skb, int type, int code, int value) {
    Packet about = skb.packet;
    if (isSendingIcmp()
        || !mayComplain(skb)
        || about.source().isUnspecified()
        || about.source().isMulticast()) {
      return;
    }
    boolean own = stack.netns().addressType(about.destination()) == RouteType.LOCAL;
    IpAddress source = own ? about.destination() : IpAddress.ANY_V6;
    Dst dst = routeOutput(about.source(), source, null, 0, 0, false, ICMP);
    if (dst.error() != null) {
      return;
    }
    IcmpMessage message = IcmpMessage.error(type, code, value, about);
    Skb error = world().newSkb(Packet.of(dst.source(), about.source(), message), skb.id);
    error.tracked = Sockets.attached(skb.tracked);
    error.dst = dst;
    sendIcmp(error);
  }

  @Override
  void routeError(Skb skb, Dst dst) {
    if (dst.error() == Errno.EACCES) {
      sendError(skb, IcmpMessage.V6_DEST_UNREACH, ADM_PROHIBITED, 0);
    } else if (dst.error() != Errno.EINVAL) {
      sendError(skb, IcmpMessage.V6_DEST_UNREACH, NO_ROUTE, 0);
    }
  }

  @Override
  void sendTimeExceeded(Skb skb) {
    sendError(skb, IcmpMessage.V6_TIME_EXCEEDED, 0, 0);
  }

  @Override
  void sendTooBig(Skb skb, int mtu) {
    sendError(skb, IcmpMessage.V6_PACKET_TOO_BIG, 0, mtu);
  }

  @Override
  void sendPortUnreachable(Skb skb) {
    sendError(skb, IcmpMessage.V6_DEST_UNREACH, PORT_UNREACH, 0);
  }

  @Override
  void sendNeighbourFailed(Skb skb) {
    sendError(skb, IcmpMessage.V6_DEST_UNREACH, ADDR_UNREACH, 0);
  }

  @Override
  void redirect(Skb skb) {}

  @Override
  void sendReject(Skb skb, RejectTarget target) {
    if (target.isTcpReset()) {
      Sockets.sendReset(this, skb);
      return;
    }
    int code =
        switch (target.with()) {
          case "icmp6-no-route" -> NO_ROUTE;
          case "icmp6-adm-prohibited" -> ADM_PROHIBITED;
          case "icmp6-addr-unreachable" -> ADDR_UNREACH;
          case "icmp6-policy-fail" -> 5;
          case "icmp6-reject-route" -> 6;
          default -> PORT_UNREACH;
        };
    sendError(skb, IcmpMessage.V6_DEST_UNREACH, code, 0);
  }

  // Addresses for NAT.

  @Override
  IpAddress addressTowards(Link device, Skb skb) {
    return Ipv6Paths.selectAddress(stack.netns(), device, skb.packet.destination());
  }

  @Override
  IpAddress loopbackAddress() {
    return IpAddress.v6(0, 1);
  }

  @Override
  IpAddress firstAddress(Link device) {
    return device.addresses(IpFamily.V6).isEmpty()
        ? IpAddress.ANY_V6
        : device.addresses(IpFamily.V6).get(0).local();
  }
}
