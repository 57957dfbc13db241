package org.dvrsim.datapath;

import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Ipv4Paths;
import org.dvrsim.kernel.Ipv4Paths.Setting;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * ARP in a namespace: asks for others, and answers for this host and for whom it is a proxy.
 *
 * <p>Models: net/ipv4/arp.c:arp_solicit(), arp_process(), arp_ignore(), arp_filter(),
 * arp_fwd_proxy(); net/core/neighbour.c:pneigh_enqueue(). Differs: a proxy's first answer comes
 * after all of {@code proxy_delay}; the kernel waits for a random time up to that.
 */
final class Arp {
  private static final long NANOS_PER_CENTISECOND = 10_000_000L;

  private final Stack stack;
  private final Neighbours neighbours;

  Arp(Stack stack, Neighbours neighbours) {
    this.stack = stack;
    this.neighbours = neighbours;
  }

  /**
   * Asks for the MAC address of {@code target}.
   *
   * @param skb the packet that needs it, null if none does just now
   * @param known whom to ask, null to ask all
   */
  void solicit(Skb skb, Link out, IpAddress target, MacAddress known) {
    ArpMessage request =
        new ArpMessage(false, out.mac(), sender(skb, out, target), MacAddress.ZERO, target);
    MacAddress to = known == null ? MacAddress.BROADCAST : known;
    stack.world().transmit(out, Frame.of(out.mac(), to, request, skb == null ? -1 : skb.id));
  }

  /** Returns the address to ask from, by {@code arp_announce}. */
  private static IpAddress sender(Skb skb, Link out, IpAddress target) {
    IpAddress source = skb == null ? IpAddress.ANY_V4 : skb.source();
    boolean own = out.netns().addressType(source) == RouteType.LOCAL;
    boolean usable =
        switch (Ipv4Paths.max(out, Setting.ARP_ANNOUNCE)) {
          case 1 -> own && Ipv4Paths.isOnLink(out, target, source);
          case 2 -> false;
          default -> own;
        };
    return usable ? source : Ipv4Paths.selectAddress(out, target, RouteScope.LINK.value());
  }

  /** Takes a message that came in by {@code device}. */
  void receive(Link device, ArpMessage message, FrameType type, int packetId) {
    if (!Ipv4Paths.isEnabled(device)) {
      return;
    }
    IpAddress target = message.target();
    boolean localNet = Ipv4Paths.either(device, Setting.ROUTE_LOCALNET);
    if (target.isMulticast() || (target.isLoopback() && !localNet)) {
      return;
    }
    if (message.sender().isUnspecified()) {
      if (!message.reply()
          && stack.netns().addressType(target) == RouteType.LOCAL
          && !ignores(device, message.sender(), target)) {
        answer(device, message, packetId, "");
      }
      return;
    }
    if (!message.reply() && answered(device, message, type, packetId)) {
      return;
    }
    update(device, message, type);
  }

  /** Returns whether nothing else is to be done with a request. */
  private boolean answered(Link device, ArpMessage message, FrameType type, int packetId) {
    IpAddress target = message.target();
    IpAddress sender = message.sender();
    Dst dst = stack.ipv4().input().route(target, sender, device, 0, 0, null);
    if (dst.kind() == Dst.Kind.LOCAL) {
      if (!ignores(device, sender, target) && !filters(device, sender, target)) {
        neighbours.learnAsker(device, sender, message.senderMac());
        answer(device, message, packetId, "");
      }
      return true;
    }
    if (dst.kind() == Dst.Kind.UNICAST
        && Ipv4Paths.own(device, Setting.FORWARDING) != 0
        && isProxied(device, dst.device(), target)) {
      neighbours.learnAsker(device, sender, message.senderMac());
      answerAsProxy(device, message, type, packetId);
      return true;
    }
    return false;
  }

  private void answerAsProxy(Link device, ArpMessage message, FrameType type, int packetId) {
    long centiseconds = neighbours.setting(device, IpAddress.ANY_V4, "proxy_delay");
    if (type == FrameType.HOST || centiseconds == 0) {
      answer(device, message, packetId, ", as a proxy");
      return;
    }
    String text = String.format(", as a proxy, after %.2f s (proxy_delay)", centiseconds / 100.0);
    stack
        .world()
        .later(centiseconds * NANOS_PER_CENTISECOND, () -> answer(device, message, packetId, text));
  }

  private boolean isProxied(Link device, Link out, IpAddress target) {
    if (out == device) {
      return Ipv4Paths.either(device, Setting.PROXY_ARP_PVLAN);
    }
    return Ipv4Paths.either(device, Setting.PROXY_ARP)
        || Ipv4Paths.own(device, Setting.PROXY_ARP_PVLAN) != 0
        || stack.netns().proxies(device, target);
  }

  private boolean ignores(Link device, IpAddress sender, IpAddress target) {
    int host = RouteScope.HOST.value();
    return switch (Ipv4Paths.max(device, Setting.ARP_IGNORE)) {
      case 1 -> !Ipv4Paths.confirms(stack.netns(), device, IpAddress.ANY_V4, target, host);
      case 2 -> !Ipv4Paths.confirms(stack.netns(), device, sender, target, host);
      case 3 ->
          !Ipv4Paths.confirms(
              stack.netns(), null, IpAddress.ANY_V4, target, RouteScope.LINK.value());
      case 8 -> true;
      default -> false;
    };
  }

  /** Tells whether {@code arp_filter} leaves the answer to another device. */
  private boolean filters(Link device, IpAddress sender, IpAddress target) {
    if (!Ipv4Paths.either(device, Setting.ARP_FILTER)) {
      return false;
    }
    Dst back =
        stack.ipv4().output().route(sender, target, null, 0, 0, false, Flow.Transport.UNKNOWN);
    return back.error() != null || back.device() != device;
  }

  private void answer(Link device, ArpMessage request, int packetId, String how) {
    if (packetId >= 0 && stack.world().story().isObserved()) {
      String text = "answers that " + request.target() + " is at " + device.mac() + how;
      stack.world().story().observeAnswer(packetId, stack, device, text);
    }
    ArpMessage reply = request.answeredBy(device.mac());
    stack.world().transmit(device, Frame.of(device.mac(), request.senderMac(), reply, packetId));
  }

  /** Notes what the sender says about itself if that was asked for or known before. */
  private void update(Link device, ArpMessage message, FrameType type) {
    IpAddress address = message.sender();
    boolean accepts =
        Ipv4Paths.either(device, Setting.ARP_ACCEPT)
            && message.isGratuitous()
            && stack.netns().addressType(address) == RouteType.UNICAST;
    if (accepts || neighbours.isOfInterest(device, address)) {
      boolean confirms = message.reply() && type == FrameType.HOST;
      neighbours.learn(device, address, message.senderMac(), confirms);
    }
  }
}
