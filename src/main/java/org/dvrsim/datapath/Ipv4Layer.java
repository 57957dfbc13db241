package org.dvrsim.datapath;

import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Ipv4Paths;
import org.dvrsim.kernel.Ipv4Paths.Setting;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpProtocols;
import org.dvrsim.net.Packet;
import org.dvrsim.netfilter.RejectTarget;

/**
 * IPv4 in a namespace, with its ICMP errors.
 *
 * <p>Models: net/ipv4/icmp.c:__icmp_send(), net/ipv4/route.c:ip_error(), ip_rt_send_redirect(),
 * ipv4_link_failure(); net/ipv4/netfilter/nf_reject_ipv4.c. Left out: limits on the rate of errors.
 */
final class Ipv4Layer extends IpLayer {
  private static final Flow.Transport ICMP = new Flow.Transport(0, IpProtocols.ICMP, 0, 0);
  private static final int NET_UNREACH = 0;
  private static final int HOST_UNREACH = 1;
  private static final int PORT_UNREACH = 3;
  private static final int FRAG_NEEDED = 4;
  private static final int PKT_FILTERED = 13;
  private static final int REDIR_HOST = 1;

  /** What a path MTU is taken to be at least: net.ipv4.route.min_pmtu, by default. */
  private static final int LEAST_MTU = 552;

  /** IPTOS_PREC_INTERNETCONTROL, the precedence of ICMP errors. */
  private static final int INTERNET_CONTROL = 0xc0;

  /** The bits of the type of service that an error takes over (IPTOS_RT_MASK). */
  private static final int TOS_MASK = 0x1c;

  private final Ipv4Input input;
  private final Ipv4Output output;

  Ipv4Layer(Stack stack) {
    super(stack, IpFamily.V4);
    input = new Ipv4Input(stack.netns());
    output = new Ipv4Output(stack.netns());
  }

  Ipv4Input input() {
    return input;
  }

  Ipv4Output output() {
    return output;
  }

  @Override
  Dst routeInput(Skb skb) {
    Packet packet = skb.packet;
    Dst dst =
        input.route(
            packet.destination(),
            packet.source(),
            skb.device,
            skb.mark,
            packet.tos(),
            packet.payload());
    return redirected(dst, packet.destination());
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
    Dst dst = output.route(destination, source, oif, mark, tos & TOS_MASK, anySource, transport);
    return redirected(dst, destination);
  }

  /** Returns where a packet goes that the route would send to another router than was advised. */
  private Dst redirected(Dst dst, IpAddress destination) {
    if (dst.kind() != Dst.Kind.UNICAST || dst.result() == null) {
      return dst;
    }
    RouteException exception = exceptions().find(dst.result().route().orElse(null), destination);
    return exception == null || exception.gateway().isEmpty()
        ? dst
        : dst.by(exception.gateway().get());
  }

  // What ICMP says.

  @Override
  void learn(Skb error, IcmpMessage message) {
    if (message.type() == IcmpMessage.DEST_UNREACH && message.code() == FRAG_NEEDED) {
      learnMtu(message.quoted(), message.value(), LEAST_MTU);
    } else if (message.type() == IcmpMessage.REDIRECT) {
      learnGateway(error, message);
    }
  }

  /** Models: net/ipv4/route.c:__ip_do_redirect(). */
  private void learnGateway(Skb error, IcmpMessage message) {
    Packet about = message.quoted();
    IpAddress adviser = error.packet.source();
    IpAddress better = message.gateway();
    Dst dst = routeOutput(about.destination(), about.source(), null, 0, about.tos(), true);
    if (dst.error() != null || !adviser.equals(dst.gateway()) || better.equals(adviser)) {
      return;
    }
    boolean accepts =
        Ipv4Paths.own(error.device, Setting.FORWARDING) != 0
            ? Ipv4Paths.both(error.device, Setting.ACCEPT_REDIRECTS)
            : Ipv4Paths.either(error.device, Setting.ACCEPT_REDIRECTS);
    boolean fits =
        Ipv4Paths.either(error.device, Setting.SHARED_MEDIA)
            ? stack.netns().addressType(better) == RouteType.UNICAST
            : Ipv4Paths.isOnLink(error.device, better, adviser)
                && !(Ipv4Paths.either(error.device, Setting.SECURE_REDIRECTS)
                    && !isDefaultGateway(better, error.device));
    if (accepts && fits && stack.neighbours().isReady(dst.device(), better)) {
      exceptions().putGateway(dst.result().route().orElseThrow(), about.destination(), better);
    }
  }

  /** Models: net/ipv4/fib_semantics.c:ip_fib_check_default(). */
  private boolean isDefaultGateway(IpAddress gateway, Link device) {
    return stack.netns().routes(IpFamily.V4).stream()
        .flatMap(route -> route.hops().stream())
        .anyMatch(
            hop ->
                hop.gateway().equals(Optional.of(gateway))
                    && hop.device().equals(Optional.of(device)));
  }

  @Override
  IpAddress rerouteSource(Packet packet) {
    return switch (stack.netns().addressType(packet.source())) {
      case LOCAL, UNICAST -> packet.source();
      default -> IpAddress.ANY_V4;
    };
  }

  @Override
  Disposition checkReceived(Skb skb) {
    return null;
  }

  @Override
  Disposition checkForward(Skb skb) {
    return null;
  }

  // Errors.

  @Override
  void sendError(Skb skb, int type, int code, int value) {
    send(skb, IcmpMessage.error(type, code, value, skb.packet));
  }

  private void send(Skb skb, IcmpMessage message) {
    if (isSendingIcmp()
        || !mayComplain(skb)
        || skb.dst == null
        || skb.dst.kind() == Dst.Kind.BROADCAST) {
      return;
    }
    Packet about = skb.packet;
    IpAddress source = skb.dst.isLocal() ? about.destination() : IpAddress.ANY_V4;
    int tos = (about.tos() & TOS_MASK) | INTERNET_CONTROL;
    Dst dst = routeOutput(about.source(), source, null, 0, tos, false, ICMP);
    if (dst.error() != null) {
      return;
    }
    IpAddress from = source.isUnspecified() ? dst.source() : source;
    Packet packet = new Packet(from, about.source(), Packet.DEFAULT_TTL, tos, false, message);
    Skb error = world().newSkb(packet, skb.id);
    error.tracked = Sockets.attached(skb.tracked);
    error.dst = dst;
    sendIcmp(error);
  }

  @Override
  void routeError(Skb skb, Dst dst) {
    if (Ipv4Paths.own(skb.device, Setting.FORWARDING) == 0) {
      return;
    }
    Errno error = dst.error();
    if (error == Errno.EHOSTUNREACH) {
      sendError(skb, IcmpMessage.DEST_UNREACH, HOST_UNREACH, 0);
    } else if (error == Errno.ENETUNREACH) {
      sendError(skb, IcmpMessage.DEST_UNREACH, NET_UNREACH, 0);
    } else if (error == Errno.EACCES) {
      sendError(skb, IcmpMessage.DEST_UNREACH, PKT_FILTERED, 0);
    }
  }

  @Override
  void sendTimeExceeded(Skb skb) {
    sendError(skb, IcmpMessage.TIME_EXCEEDED, 0, 0);
  }

  @Override
  void sendTooBig(Skb skb, int mtu) {
    sendError(skb, IcmpMessage.DEST_UNREACH, FRAG_NEEDED, mtu);
  }

  @Override
  void sendPortUnreachable(Skb skb) {
    sendError(skb, IcmpMessage.DEST_UNREACH, PORT_UNREACH, 0);
  }

  @Override
  void sendNeighbourFailed(Skb skb) {
    sendError(skb, IcmpMessage.DEST_UNREACH, HOST_UNREACH, 0);
  }

  @Override
  void redirect(Skb skb) {
    if (Ipv4Paths.either(skb.device, Setting.SEND_REDIRECTS)) {
      IcmpMessage message =
          IcmpMessage.error(IcmpMessage.REDIRECT, REDIR_HOST, 0, skb.packet)
              .withGateway(skb.dst.nextHop(skb.packet.destination()));
      send(skb, message);
    }
  }

  @Override
  void sendReject(Skb skb, RejectTarget target) {
    if (target.isTcpReset()) {
      Sockets.sendReset(this, skb);
      return;
    }
    int code =
        switch (target.with()) {
          case "icmp-net-unreachable" -> NET_UNREACH;
          case "icmp-host-unreachable" -> HOST_UNREACH;
          case "icmp-proto-unreachable" -> 2;
          case "icmp-net-prohibited" -> 9;
          case "icmp-host-prohibited" -> 10;
          case "icmp-admin-prohibited" -> PKT_FILTERED;
          default -> PORT_UNREACH;
        };
    sendError(skb, IcmpMessage.DEST_UNREACH, code, 0);
  }

  // Addresses for NAT.

  @Override
  IpAddress addressTowards(Link device, Skb skb) {
    IpAddress hop = skb.dst.nextHop(skb.packet.destination());
    return Ipv4Paths.selectAddress(device, hop, RouteScope.GLOBAL.value());
  }

  @Override
  IpAddress loopbackAddress() {
    return IpAddress.v4(0x7f000001);
  }

  @Override
  IpAddress firstAddress(Link device) {
    return device.addresses(IpFamily.V4).isEmpty()
        ? IpAddress.ANY_V4
        : device.addresses(IpFamily.V4).get(0).local();
  }
}
