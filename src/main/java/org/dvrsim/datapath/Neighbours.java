package org.dvrsim.datapath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Neighbour;
import org.dvrsim.kernel.NudState;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * The MAC addresses of next hops: finds them, keeps packets until they are known, and doubts them
 * again as time goes by.
 *
 * <p>Models: net/core/neighbour.c:neigh_event_send(), neigh_timer_handler(), __neigh_update().
 * Differs: an unanswered question fails when nothing else is on its way, without waiting for the
 * three seconds that takes; an entry is reachable for exactly {@code base_reachable_time_ms}, where
 * the kernel takes a random time from half to one and a half of that; entries are never thrown out
 * for want of room.
 */
final class Neighbours {
  private static final long NANOS_PER_MILLI = 1_000_000L;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** What waits for an answer. */
  private static final class Pending {
    final Link device;
    final IpAddress address;
    final List<Skb> packets = new ArrayList<>();
    int questions = 1;

    Pending(Link device, IpAddress address) {
      this.device = device;
      this.address = address;
    }
  }

  private record Key(Link device, IpAddress address) {}

  private final Stack stack;
  private final Arp arp;
  private final NeighbourDiscovery discovery;
  private final Map<Key, Pending> waiting = new LinkedHashMap<>();

  Neighbours(Stack stack) {
    this.stack = stack;
    arp = new Arp(stack, this);
    discovery = new NeighbourDiscovery(stack, this);
  }

  private Datapath world() {
    return stack.world();
  }

  /** Returns a setting of {@code net.ipv4.neigh} or {@code net.ipv6.neigh} for a device. */
  long setting(Link device, IpAddress address, String name) {
    String family = address.isV4() ? "net.ipv4.neigh." : "net.ipv6.neigh.";
    return stack.netns().sysctl().number(family + device.name() + "." + name);
  }

  // Sending.

  /** Sends a packet to the neighbour {@code hop}, asking for its MAC address first if need be. */
  void send(Skb skb, Link out, IpAddress hop) {
    if (skb.dst.kind() == Dst.Kind.BROADCAST || hop.isMulticast()) {
      transmit(skb, out, groupMac(hop));
      return;
    }
    Neighbour known = find(out, hop);
    if (known != null && isUsable(known)) {
      if (world().story().isObserved()) {
        String text = hop + " is at " + known.mac().get() + " (" + known.state() + ")";
        world().story().observe(skb, stack, Step.Kind.NEIGHBOUR, known, text);
      }
      transmit(skb, out, known.mac().get());
      if (known.state() == NudState.STALE) {
        doubt(known);
      }
      return;
    }
    Key key = new Key(out, hop);
    Pending pending = waiting.get(key);
    if (pending != null) {
      pending.packets.add(skb);
      return;
    }
    if (world().story().isObserved()) {
      world().story().observe(skb, stack, Step.Kind.NEIGHBOUR, null, "asks who has " + hop);
    }
    pending = new Pending(out, hop);
    pending.packets.add(skb);
    ask(key, pending, skb);
  }

  /** Returns what is known of a neighbour, null if nothing; on some links all need no asking. */
  private Neighbour find(Link out, IpAddress hop) {
    Neighbour known = stack.netns().neighbour(out, hop).orElse(null);
    if (known == null && !out.isArp()) {
      known = new Neighbour(out, hop, Optional.of(out.mac()), NudState.NOARP);
      stack.netns().learnNeighbour(known);
    }
    return known;
  }

  /** Tells whether a neighbour's MAC address is known, and asks for it if it isn't. */
  boolean isReady(Link out, IpAddress hop) {
    Neighbour known = find(out, hop);
    if (known != null && isUsable(known)) {
      return true;
    }
    Key key = new Key(out, hop);
    if (!waiting.containsKey(key)) {
      ask(key, new Pending(out, hop), null);
    }
    return false;
  }

  private void ask(Key key, Pending pending, Skb skb) {
    waiting.put(key, pending);
    world().waitsFor(this);
    solicit(skb, key.device, key.address, null);
  }

  private void solicit(Skb skb, Link out, IpAddress target, MacAddress known) {
    if (target.isV4()) {
      arp.solicit(skb, out, target, known);
    } else {
      discovery.solicit(skb, out, target, known);
    }
  }

  private static boolean isUsable(Neighbour entry) {
    return entry.mac().isPresent()
        && entry.state() != NudState.FAILED
        && entry.state() != NudState.INCOMPLETE
        && entry.state() != NudState.NONE;
  }

  static MacAddress groupMac(IpAddress address) {
    if (!address.isMulticast()) {
      return MacAddress.BROADCAST;
    }
    return address.isV4()
        ? new MacAddress(0x01005e000000L | (address.low() & 0x7fffff))
        : new MacAddress(0x333300000000L | (address.low() & 0xffffffffL));
  }

  /** Puts a packet on the wire. */
  void transmit(Skb skb, Link out, MacAddress destination) {
    if (world().story().isObserved()) {
      world().story().observe(skb, stack, Step.Kind.TRANSMIT, null, "leaves by " + out);
    }
    if (!world().transmit(out, Frame.of(skb, out.mac(), destination))) {
      skb.error = Errno.ENOBUFS;
    }
  }

  // Failing.

  /** Gives up on all that nobody has answered. */
  void giveUp() {
    List<Pending> failed = new ArrayList<>(waiting.values());
    for (Pending pending : failed) {
      if (!asksAgain(pending)) {
        fail(pending);
      }
    }
  }

  /**
   * Asks once more if it is worth it. In IPv6, packet filters count the questions; in IPv4, asking
   * again would change nothing, as nothing else happens meanwhile.
   */
  private boolean asksAgain(Pending pending) {
    Key key = new Key(pending.device, pending.address);
    boolean here = pending.device.netns() == stack.netns();
    if (pending.address.isV4()
        || !here
        || pending.questions >= setting(pending.device, pending.address, "mcast_solicit")) {
      waiting.remove(key);
      return false;
    }
    pending.questions++;
    world().waitsFor(this);
    Skb skb = pending.packets.isEmpty() ? null : pending.packets.get(0);
    solicit(skb, pending.device, pending.address, null);
    return true;
  }

  private void fail(Pending pending) {
    if (pending.device.netns() == stack.netns()) {
      failed(pending.device, pending.address);
    }
    for (Skb skb : pending.packets) {
      stack.layer(skb).sendNeighbourFailed(skb);
      String text = "nobody on " + pending.device + " answers for " + pending.address;
      world().story().end(skb, stack, Disposition.NEIGHBOUR_FAILED, null, text);
    }
  }

  private void failed(Link device, IpAddress address) {
    stack.netns().learnNeighbour(new Neighbour(device, address, Optional.empty(), NudState.FAILED));
  }

  // Ageing.

  /** Tells whether an entry is still the one that was put then, so that its timer counts. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isStill(Neighbour entry) {
    return stack.netns().neighbour(entry.device(), entry.address()).orElse(null) == entry;
  }

  private Neighbour become(Neighbour old, NudState state) {
    Neighbour fresh = old.withState(state);
    stack.netns().learnNeighbour(fresh);
    return fresh;
  }

  private void after(long nanos, Runnable action) {
    world().clock().at(world().clock().now().plusNanos(nanos), action);
  }

  private void age(Neighbour reachable) {
    long millis = setting(reachable.device(), reachable.address(), "base_reachable_time_ms");
    after(
        millis * NANOS_PER_MILLI,
        () -> {
          if (isStill(reachable)) {
            become(reachable, NudState.STALE);
          }
        });
  }

  /** Begins to doubt an old entry that is used: it has a while to be confirmed. */
  private void doubt(Neighbour stale) {
    Neighbour delayed = become(stale, NudState.DELAY);
    long seconds = setting(stale.device(), stale.address(), "delay_first_probe_time");
    after(
        seconds * NANOS_PER_SECOND,
        () -> {
          if (isStill(delayed)) {
            probe(become(delayed, NudState.PROBE), 1);
          }
        });
  }

  /** Asks the neighbour itself, a few times, whether it is still there. */
  private void probe(Neighbour doubted, int number) {
    if (number > setting(doubted.device(), doubted.address(), "ucast_solicit")) {
      failed(doubted.device(), doubted.address());
      return;
    }
    solicit(null, doubted.device(), doubted.address(), doubted.mac().get());
    world().run();
    long millis = setting(doubted.device(), doubted.address(), "retrans_time_ms");
    after(
        millis * NANOS_PER_MILLI,
        () -> {
          if (isStill(doubted)) {
            probe(doubted, number + 1);
          }
        });
  }

  // Learning.

  /** Takes an ARP message that came in by {@code device}. */
  void receive(Link device, ArpMessage message, FrameType type, int packetId) {
    if (type != FrameType.OTHER_HOST && device.isArp()) {
      arp.receive(device, message, type, packetId);
    }
  }

  /** Takes a message of neighbour discovery that passed the packet filter. */
  void receiveDiscovery(Skb skb) {
    if (skb.device.isArp()) {
      discovery.receive(skb);
    }
  }

  /** Tells whether it is of use to know more of a neighbour. */
  boolean isOfInterest(Link device, IpAddress address) {
    return (!waiting.isEmpty() && waiting.containsKey(new Key(device, address)))
        || stack.netns().neighbour(device, address).isPresent();
  }

  /** Notes the MAC address that somebody who asks has. */
  void learnAsker(Link device, IpAddress address, MacAddress mac) {
    learn(device, address, mac, false);
  }

  /**
   * Notes a neighbour's MAC address.
   *
   * @param confirms whether this answers a question of ours
   */
  void learn(Link device, IpAddress address, MacAddress mac, boolean confirms) {
    NudState state = confirms ? NudState.REACHABLE : NudState.STALE;
    Neighbour old = stack.netns().neighbour(device, address).orElse(null);
    boolean fixed =
        old != null && (old.state() == NudState.PERMANENT || old.state() == NudState.NOARP);
    boolean same = old != null && isUsable(old) && old.mac().get().equals(mac);
    if (!fixed && !(same && !confirms)) {
      Neighbour fresh = new Neighbour(device, address, Optional.of(mac), state);
      stack.netns().learnNeighbour(fresh);
      if (confirms) {
        age(fresh);
      }
    }
    Pending pending = waiting.isEmpty() ? null : waiting.remove(new Key(device, address));
    if (pending != null) {
      for (Skb skb : pending.packets) {
        send(skb, device, address);
      }
    }
  }
}
