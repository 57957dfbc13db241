package org.dvrsim.datapath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.kernel.Ipv4Paths;
import org.dvrsim.kernel.Ipv4Paths.Setting;
import org.dvrsim.kernel.Ipv6Paths;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Neighbour;
import org.dvrsim.kernel.NudState;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * Finds the MAC addresses of next hops, keeps packets until they are known, and answers others who
 * ask: ARP, and IPv6's neighbour discovery in the same way.
 *
 * <p>Models: net/ipv4/arp.c:arp_solicit(), arp_process(), arp_ignore(); net/core/neighbour.c;
 * net/ipv6/ndisc.c:ndisc_recv_ns(), ndisc_recv_na(). Differs: an unanswered question fails when
 * nothing else is on its way; entries don't age; questions and answers of IPv6 don't pass the
 * packet filter. {@code proxy_delay} isn't waited for.
 */
final class Neighbours {
  /** What waits for an answer. */
  private static final class Pending {
    final Link device;
    final IpAddress address;
    final List<Skb> packets = new ArrayList<>();

    Pending(Link device, IpAddress address) {
      this.device = device;
      this.address = address;
    }
  }

  private record Key(Link device, IpAddress address) {}

  private final Stack stack;
  private final Map<Key, Pending> waiting = new LinkedHashMap<>();

  Neighbours(Stack stack) {
    this.stack = stack;
  }

  private Datapath world() {
    return stack.world();
  }

  // Sending.

  /** Sends a packet to the neighbour {@code hop}, asking for its MAC address first if need be. */
  void send(Skb skb, Link out, IpAddress hop) {
    if (skb.dst.kind() == Dst.Kind.BROADCAST || hop.isMulticast()) {
      transmit(skb, out, groupMac(hop));
      return;
    }
    Neighbour known = stack.netns().neighbour(out, hop).orElse(null);
    if (known != null && isUsable(known)) {
      if (world().isObserved()) {
        String text = hop + " is at " + known.mac().get() + " (" + known.state() + ")";
        world().observe(skb, stack, Step.Kind.NEIGHBOUR, known, text);
      }
      transmit(skb, out, known.mac().get());
      return;
    }
    Key key = new Key(out, hop);
    Pending pending = waiting.get(key);
    boolean asked = pending != null;
    if (!asked) {
      pending = new Pending(out, hop);
      waiting.put(key, pending);
      world().waitsFor(this);
    }
    pending.packets.add(skb);
    if (!asked) {
      if (world().isObserved()) {
        world().observe(skb, stack, Step.Kind.NEIGHBOUR, null, "asks who has " + hop);
      }
      solicit(skb, out, hop);
    }
  }

  private static boolean isUsable(Neighbour entry) {
    return entry.mac().isPresent()
        && entry.state() != NudState.FAILED
        && entry.state() != NudState.INCOMPLETE
        && entry.state() != NudState.NONE;
  }

  private static MacAddress groupMac(IpAddress address) {
    if (!address.isMulticast()) {
      return MacAddress.BROADCAST;
    }
    return address.isV4()
        ? new MacAddress(0x01005e000000L | (address.low() & 0x7fffff))
        : new MacAddress(0x333300000000L | (address.low() & 0xffffffffL));
  }

  private void transmit(Skb skb, Link out, MacAddress destination) {
    if (world().isObserved()) {
      world().observe(skb, stack, Step.Kind.TRANSMIT, null, "leaves by " + out);
    }
    world()
        .transmit(
            out,
            new Frame(
                out.mac(),
                destination,
                skb.packet,
                null,
                skb.mark,
                skb.id,
                skb.about,
                skb.wires + 1));
  }

  private void solicit(Skb skb, Link out, IpAddress target) {
    IpAddress sender =
        target.isV4() ? sender4(skb, out, target) : Ipv6Paths.solicitSource(out, skb.source());
    if (sender == null) {
      return;
    }
    ArpMessage request = new ArpMessage(false, out.mac(), sender, MacAddress.ZERO, target);
    MacAddress to = target.isV4() ? MacAddress.BROADCAST : solicitedNode(target);
    world().transmit(out, Frame.of(out.mac(), to, request));
  }

  private static MacAddress solicitedNode(IpAddress target) {
    return new MacAddress(0x3333ff000000L | (target.low() & 0xffffff));
  }

  /** Returns the address to ask from, by {@code arp_announce}. */
  private static IpAddress sender4(Skb skb, Link out, IpAddress target) {
    IpAddress source = skb.source();
    boolean own = out.netns().addressType(source) == RouteType.LOCAL;
    boolean usable =
        switch (Ipv4Paths.max(out, Setting.ARP_ANNOUNCE)) {
          case 1 -> own && Ipv4Paths.isOnLink(out, target, source);
          case 2 -> false;
          default -> own;
        };
    return usable ? source : Ipv4Paths.selectAddress(out, target, RouteScope.LINK.value());
  }

  // Failing.

  /** Gives up on all that nobody has answered. */
  void giveUp() {
    List<Pending> failed = new ArrayList<>(waiting.values());
    waiting.clear();
    for (Pending pending : failed) {
      if (pending.device.netns() == stack.netns()) {
        stack
            .netns()
            .learnNeighbour(
                new Neighbour(
                    pending.device, pending.address, Optional.empty(), NudState.FAILED, false));
      }
      for (Skb skb : pending.packets) {
        stack.layer(skb).sendNeighbourFailed(skb);
        world()
            .end(
                skb,
                stack,
                Disposition.NEIGHBOUR_FAILED,
                null,
                "nobody on " + pending.device + " answers for " + pending.address);
      }
    }
  }

  // Receiving.

  /** Takes a question or an answer that came in by {@code device}. */
  void receive(Link device, ArpMessage message, FrameType type) {
    if (type == FrameType.OTHER_HOST || !device.isArp()) {
      return;
    }
    if (message.target().isV4()) {
      receive4(device, message, type);
    } else {
      receive6(device, message, type);
    }
  }

  private void receive4(Link device, ArpMessage message, FrameType type) {
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
        answer(device, message);
      }
      return;
    }
    if (!message.reply() && answered4(device, message)) {
      return;
    }
    update(device, message, type);
  }

  /** Returns whether nothing else is to be done with a request. */
  private boolean answered4(Link device, ArpMessage message) {
    IpAddress target = message.target();
    IpAddress sender = message.sender();
    Dst dst =
        ((Ipv4Layer) stack.layer(target.family()))
            .routing()
            .input(target, sender, device, 0, 0, true);
    if (dst.kind() == Dst.Kind.LOCAL) {
      if (!ignores(device, sender, target)) {
        learn(device, sender, message.senderMac(), NudState.STALE);
        answer(device, message);
      }
      return true;
    }
    if (dst.kind() == Dst.Kind.UNICAST
        && Ipv4Paths.own(device, Setting.FORWARDING) != 0
        && isProxied(device, dst.device(), target)) {
      learn(device, sender, message.senderMac(), NudState.STALE);
      answer(device, message);
      return true;
    }
    return false;
  }

  private boolean isProxied(Link device, Link out, IpAddress target) {
    if (out == device) {
      return Ipv4Paths.either(device, Setting.PROXY_ARP_PVLAN);
    }
    return Ipv4Paths.either(device, Setting.PROXY_ARP)
        || Ipv4Paths.own(device, Setting.PROXY_ARP_PVLAN) != 0
        || stack.netns().proxiedNeighbours(target.family(), device).contains(target);
  }

  /** Models: net/ipv4/arp.c:arp_ignore(). */
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

  private void receive6(Link device, ArpMessage message, FrameType type) {
    if (message.reply()) {
      update(device, message, type);
      return;
    }
    if (!Ipv6Paths.hasAddress(device, message.target())
        && !(Ipv6Paths.isForwarding(stack.netns())
            && stack
                .netns()
                .proxiedNeighbours(message.target().family(), device)
                .contains(message.target()))) {
      return;
    }
    if (!message.sender().isUnspecified()) {
      learn(device, message.sender(), message.senderMac(), NudState.STALE);
    }
    answer(device, message);
  }

  private void answer(Link device, ArpMessage request) {
    ArpMessage reply = request.answeredBy(device.mac());
    world().transmit(device, Frame.of(device.mac(), request.senderMac(), reply));
  }

  /** Notes what the sender says about itself if that was asked for or known before. */
  private void update(Link device, ArpMessage message, FrameType type) {
    IpAddress address = message.sender();
    boolean known = stack.netns().neighbour(device, address).isPresent();
    boolean asked = waiting.containsKey(new Key(device, address));
    boolean accepts =
        address.isV4()
            && Ipv4Paths.either(device, Setting.ARP_ACCEPT)
            && message.isGratuitous()
            && netnsTakes(address);
    if (!known && !asked && !accepts) {
      return;
    }
    boolean confirms = message.reply() && type == FrameType.HOST;
    learn(device, address, message.senderMac(), confirms ? NudState.REACHABLE : NudState.STALE);
  }

  private boolean netnsTakes(IpAddress address) {
    return stack.netns().addressType(address) == RouteType.UNICAST;
  }

  /** Models: net/core/neighbour.c:__neigh_update(). */
  private void learn(Link device, IpAddress address, MacAddress mac, NudState state) {
    Neighbour old = stack.netns().neighbour(device, address).orElse(null);
    boolean fixed =
        old != null && (old.state() == NudState.PERMANENT || old.state() == NudState.NOARP);
    boolean same = old != null && isUsable(old) && old.mac().get().equals(mac);
    if (!fixed && !(same && (state == NudState.STALE || old.state() == state))) {
      stack.netns().learnNeighbour(new Neighbour(device, address, Optional.of(mac), state, false));
    }
    Pending pending = waiting.remove(new Key(device, address));
    if (pending != null) {
      for (Skb skb : pending.packets) {
        send(skb, device, address);
      }
    }
  }
}
