package org.dvrsim.datapath;

import java.util.List;
import org.dvrsim.base.Errno;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.Fragment;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.Packet;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.Hook;
import org.dvrsim.netfilter.RejectTarget;

/**
 * The way of packets of one address family through a namespace: in by a device or made here,
 * through the hooks, routed, delivered, forwarded or sent.
 *
 * <p>Models: net/ipv4/ip_input.c, ip_forward.c, ip_output.c and their likes in net/ipv6
 */
abstract class IpLayer {
  final Stack stack;
  private final IpFamily family;
  private final RouteExceptions exceptions;
  private final PathMtu pathMtu;
  private boolean sendingIcmp;

  IpLayer(Stack stack, IpFamily family) {
    this.stack = stack;
    this.family = family;
    this.exceptions = new RouteExceptions(stack.world().clock());
    this.pathMtu = new PathMtu(exceptions);
  }

  final Datapath world() {
    return stack.world();
  }

  // What the families do each in their own way.

  /** Decides what becomes of a packet that came in. */
  abstract Dst routeInput(Skb skb);

  /**
   * Decides where a packet made here goes.
   *
   * @param source unspecified to have one chosen
   * @param oif the device it must leave by, null for any
   * @param anySource whether the source need not be this host's
   */
  abstract Dst routeOutput(
      IpAddress destination,
      IpAddress source,
      Link oif,
      int mark,
      int tos,
      boolean anySource,
      Flow.Transport transport);

  /** Returns where a packet goes of which rules cannot know what is above IP. */
  final Dst routeOutput(
      IpAddress destination, IpAddress source, Link oif, int mark, int tos, boolean anySource) {
    return routeOutput(destination, source, oif, mark, tos, anySource, Flow.Transport.UNKNOWN);
  }

  /** Sends an ICMP error about {@code skb} to its source. */
  abstract void sendError(Skb skb, int type, int code, int value);

  /** Tells the sender of a packet whose route says that it can't go on. */
  abstract void routeError(Skb skb, Dst dst);

  /** Tells the sender of {@code skb} that it took too many hops. */
  abstract void sendTimeExceeded(Skb skb);

  /** Tells the sender of {@code skb} that only {@code mtu} bytes fit. */
  abstract void sendTooBig(Skb skb, int mtu);

  /** Tells the sender of {@code skb} that no program listens on that port. */
  abstract void sendPortUnreachable(Skb skb);

  /** Tells the sender of {@code skb} that the next hop doesn't answer. */
  abstract void sendNeighbourFailed(Skb skb);

  /** Returns code and type of a REJECT's answer and sends it. */
  abstract void sendReject(Skb skb, RejectTarget target);

  /** Looks over what came in before anything else is done; null if it may go on. */
  abstract Disposition checkReceived(Skb skb);

  /** Looks over what is to be forwarded, and tells the sender of a better router. */
  abstract Disposition checkForward(Skb skb);

  /** Tells the sender of a better router if the route says so. */
  abstract void redirect(Skb skb);

  /** Returns the address that this host uses towards the packet's next hop by {@code device}. */
  abstract IpAddress addressTowards(Link device, Skb skb);

  abstract IpAddress loopbackAddress();

  abstract IpAddress firstAddress(Link device);

  // Receiving.

  /** Takes a packet that came in by a device. */
  final void receive(Skb skb) {
    if (world().story().isObserved()) {
      world().story().observe(skb, stack, Step.Kind.RECEIVE, null, "received by " + skb.device);
    }
    if (skb.type == FrameType.OTHER_HOST) {
      world().story().end(skb, stack, Disposition.NOT_FOR_US, null, "for another MAC address");
      return;
    }
    Disposition bad = checkReceived(skb);
    if (bad != null) {
      world().story().end(skb, stack, bad, null, "addresses that no packet from a wire may have");
      return;
    }
    Skb whole = skb;
    if (skb.packet.payload() instanceof Fragment && stack.hooks(family).isTracking()) {
      whole = stack.reassembly().add(skb);
    }
    if (whole != null) {
      enter(whole);
    }
  }

  private void enter(Skb skb) {
    if (!hook(Hook.PREROUTING, skb, skb.device, null)) {
      return;
    }
    if (skb.dst == null) {
      skb.dst = routeInput(skb);
      observeRoute(skb);
    }
    dispatch(skb);
  }

  private void dispatch(Skb skb) {
    Dst dst = skb.dst;
    switch (dst.kind()) {
      case LOCAL, BROADCAST -> deliver(skb);
      case UNICAST -> forward(skb);
      case ERROR -> {
        routeError(skb, dst);
        world().story().end(skb, stack, dst.drop(), dst.result(), "the route lookup fails");
      }
      case DROP ->
          world().story().end(skb, stack, dst.drop(), dst.result(), "dropped after routing");
    }
  }

  final void observeRoute(Skb skb) {
    if (world().story().isObserved() && skb.dst.kind() != Dst.Kind.DROP) {
      world().story().observe(skb, stack, Step.Kind.ROUTE, skb.dst.result(), RouteText.of(skb.dst));
    }
  }

  /** Runs a hook and ends the packet's way if it doesn't pass. */
  private boolean hook(Hook hook, Skb skb, Link in, Link out) {
    boolean passes = stack.hooks(family).run(hook, skb, in, out);
    if (!passes) {
      Disposition why = skb.error == null ? Disposition.FILTERED : Disposition.REJECTED;
      world().story().endOnce(skb, stack, why, skb.decider, dropText(hook, skb));
    }
    return passes;
  }

  private static String dropText(Hook hook, Skb skb) {
    if (skb.decider instanceof ChainRule rule) {
      return "dropped at " + hook + " by " + rule.line();
    }
    if (skb.decider instanceof Chain chain) {
      return "dropped by the policy of " + chain.name();
    }
    return "dropped at " + hook;
  }

  /** Runs a hook for a packet that leaves by {@code out} without being routed. */
  final boolean passes(Hook hook, Skb skb, Link out) {
    return hook(hook, skb, null, out);
  }

  /** IPv4 puts parts together before INPUT, IPv6 after it: its fragment header is a protocol. */
  private void deliver(Skb skb) {
    boolean part = skb.packet.payload() instanceof Fragment;
    Skb whole = part && family == IpFamily.V4 ? stack.reassembly().add(skb) : skb;
    if (whole == null || !hook(Hook.INPUT, whole, whole.device, null)) {
      return;
    }
    Skb complete = part && family == IpFamily.V6 ? stack.reassembly().add(whole) : whole;
    if (complete != null) {
      stack.sockets().deliver(complete);
    }
  }

  // Forwarding.

  /** Models: net/ipv4/ip_forward.c:ip_forward(), net/ipv6/ip6_output.c:ip6_forward(). */
  private void forward(Skb skb) {
    if (skb.type != FrameType.HOST) {
      world()
          .story()
          .end(skb, stack, Disposition.NOT_TAKEN, null, "a broadcast frame isn't forwarded");
      return;
    }
    Disposition bad = checkForward(skb);
    if (bad != null) {
      world().story().end(skb, stack, bad, null, "not forwarded");
      return;
    }
    if (skb.packet.ttl() <= 1) {
      sendTimeExceeded(skb);
      int visits = skb.trail == null ? 0 : skb.trail.visits();
      if (visits > 1) {
        String text = "came by " + skb.device + " " + visits + " times";
        world().story().end(skb, stack, Disposition.LOOP, skb.dst.result(), text);
      } else {
        world().story().end(skb, stack, Disposition.TTL_EXCEEDED, null, "time to live is used up");
      }
      return;
    }
    Link out = skb.dst.device();
    skb.forwarded = true;
    int mtu = pathMtu.of(skb);
    if (PathMtu.isTooBig(skb, mtu)) {
      tooBig(skb, mtu);
      return;
    }
    skb.packet = skb.packet.withTtl(skb.packet.ttl() - 1);
    if (skb.dst.redirect()) {
      redirect(skb);
    }
    if (hook(Hook.FORWARD, skb, skb.device, out)) {
      transmit(skb, skb.device);
    }
  }

  // Lengths.

  private void tooBig(Skb skb, int mtu) {
    sendTooBig(skb, mtu);
    String text = skb.packet.length() + " bytes, of which " + mtu + " fit on " + skb.dst.device();
    world().story().end(skb, stack, Disposition.TOO_BIG, skb.dst.result(), text);
  }

  /** Models: net/ipv4/ip_output.c:ip_finish_output(), ip_fragment(), ip_do_fragment(). */
  private void sendInParts(Skb skb, int mtu) {
    int longest = skb.longestPart == 0 ? mtu : Math.min(mtu, skb.longestPart);
    List<Packet> parts = Fragmentation.split(skb.packet, longest, skb.id);
    if (world().story().isObserved()) {
      String text = "split into " + parts.size() + " parts of at most " + longest + " bytes";
      world().story().observe(skb, stack, Step.Kind.FRAGMENT, null, text);
    }
    IpAddress hop = skb.dst.nextHop(skb.packet.destination());
    for (Packet part : parts) {
      Skb sent = skb.like(part);
      stack.neighbours().send(sent, skb.dst.device(), hop);
      if (sent.error != null) {
        skb.error = sent.error;
        break;
      }
    }
  }

  // What ICMP says of the path.

  final RouteExceptions exceptions() {
    return exceptions;
  }

  /** Returns how long packets may be. */
  final PathMtu pathMtu() {
    return pathMtu;
  }

  /** Takes what an ICMP error that came here says of the way to where the packet went. */
  abstract void learn(Skb error, IcmpMessage message);

  /** Takes a note of the path's MTU, of which anything below {@code least} is not believed. */
  final void learnMtu(Packet about, int mtu, int least) {
    Dst dst = routeOutput(about.destination(), about.source(), null, 0, about.tos(), true);
    if (dst.error() == null && !dst.isLocal() && dst.result() != null) {
      pathMtu.learn(dst, about.destination(), mtu, least);
    }
  }

  // Sending.

  /**
   * Sends a packet that was made here and routed.
   *
   * @return what the sender is told, null if nothing
   */
  final Errno send(Skb skb) {
    if (world().story().isObserved()) {
      world().story().observe(skb, stack, Step.Kind.SEND, null, "sent");
      observeRoute(skb);
    }
    if (!hook(Hook.OUTPUT, skb, null, skb.dst.device())) {
      return skb.error;
    }
    transmit(skb, null);
    return skb.error;
  }

  /**
   * Sends an ICMP message that the kernel made. While it does, it makes no other: what happens to
   * the message on its way out can't cause an error (icmp_xmit_lock()).
   */
  final void sendIcmp(Skb skb) {
    boolean outer = sendingIcmp;
    sendingIcmp = true;
    send(skb);
    sendingIcmp = outer;
  }

  /** Tells whether the kernel is sending an ICMP message just now. */
  final boolean isSendingIcmp() {
    return sendingIcmp;
  }

  /** Models: net/ipv4/ip_output.c:ip_output(), ip_finish_output2(). */
  private void transmit(Skb skb, Link in) {
    Dst dst = skb.dst;
    Link out = dst.device();
    if (dst.kind() == Dst.Kind.ERROR) {
      routeError(skb, dst);
      world().story().end(skb, stack, dst.drop(), dst.result(), "the route discards it");
      return;
    }
    if (!hook(Hook.POSTROUTING, skb, in, out)) {
      return;
    }
    if (out.isLoopback()) {
      world().loopBack(skb, stack, out);
      return;
    }
    int mtu = pathMtu.of(skb);
    if (skb.packet.length() <= mtu && skb.longestPart == 0) {
      stack.neighbours().send(skb, out, dst.nextHop(skb.packet.destination()));
    } else if (PathMtu.isTooBig(skb, mtu)) {
      tooBig(skb, mtu);
    } else {
      sendInParts(skb, mtu);
    }
  }

  /**
   * Looks up another route for a packet made here, after a rule changed it.
   *
   * <p>Models: net/ipv4/netfilter.c:ip_route_me_harder()
   *
   * @return false if there is none: the packet is dropped, and its sender told
   */
  final boolean reroute(Skb skb) {
    Packet packet = skb.packet;
    Dst dst =
        routeOutput(
            packet.destination(), rerouteSource(packet), null, skb.mark, packet.tos(), true);
    if (dst.error() != null) {
      skb.error = dst.error();
      world().story().endOnce(skb, stack, dst.drop(), dst.result(), "no other route");
      return false;
    }
    skb.dst = dst;
    skb.hookOut = dst.device();
    observeRoute(skb);
    return true;
  }

  /** Returns the source by which a changed packet is routed. */
  IpAddress rerouteSource(Packet packet) {
    return packet.source();
  }

  final void reject(Skb skb, RejectTarget target, Hook hook) {
    if (hook == Hook.PREROUTING) {
      throw new NotModelledException("REJECT at PREROUTING");
    }
    sendReject(skb, target);
  }

  /** Tells whether an error may be sent about a packet. */
  static boolean mayComplain(Skb skb) {
    return skb.type == FrameType.HOST
        && !skb.isLaterFragment()
        && !(skb.packet.payload() instanceof IcmpMessage icmp && icmp.isError())
        && !skb.packet.destination().isMulticast();
  }
}
