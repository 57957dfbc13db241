package org.dvrsim.datapath;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.dvrsim.base.SimClock;
import org.dvrsim.base.SimTime;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.LinkKind;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.Packet;

/**
 * Packets on their way between and through network namespaces.
 *
 * <p>Frames travel one at a time in the order in which they were sent, without taking time. When
 * nothing is on its way any more, questions for MAC addresses that nobody answered have failed.
 */
public final class Datapath {
  private static final int MAX_WIRES = 4096;

  /** How much longer than its MTU a packet may be that a device takes (VLAN_HLEN). */
  private static final int VLAN_TAG = 4;

  /** An unanswered question for a MAC address fails after three seconds. */
  static final int NEIGHBOUR_SECONDS = 3;

  private record Arrival(Link to, Frame frame, Skb looped) {}

  private final SimClock clock;
  private final Wire wire;
  private final IdentityHashMap<Netns, Stack> stacks = new IdentityHashMap<>();
  private final ArrayDeque<Arrival> arrivals = new ArrayDeque<>();
  private final Set<Neighbours> waiting = new LinkedHashSet<>();
  private final Set<Reassembly> incomplete = new LinkedHashSet<>();
  private final PriorityQueue<SimTime> delayed = new PriorityQueue<>();
  private final Story story = new Story();
  private final Wire.Delivery delivery =
      new Wire.Delivery() {
        @Override
        public void deliver(Link to, Frame frame) {
          arrive(to, frame, frame.mark());
        }

        @Override
        public void lost(Frame frame) {
          story.endFrame(frame, null, Disposition.LOST, "nobody has " + frame.destination());
        }

        @Override
        public void refused(Link link, Frame frame, String why) {
          story.endFrame(frame, link, Disposition.SPOOFED, why);
        }
      };

  private int lastPacket;
  private int lastIdentifier;

  /** Makes a datapath for namespaces that only veth pairs connect. */
  public Datapath(SimClock clock) {
    this(clock, Wire.NOTHING);
  }

  /** Makes a datapath whose integration-bridge ports {@code wire} connects. */
  public Datapath(SimClock clock, Wire wire) {
    this.clock = clock;
    this.wire = wire;
  }

  /** Returns the time by which connections age. */
  public SimClock clock() {
    return clock;
  }

  /** Has {@code newObserver} told of every step from now on; null to stop. */
  public void setObserver(PacketObserver newObserver) {
    story.setObserver(newObserver);
  }

  /** Has programs in {@code netns} listen on every port of TCP and UDP. */
  public void openAllPorts(Netns netns) {
    stack(netns).openAllPorts();
  }

  /** Has a program in {@code netns} listen on a port of TCP and UDP. */
  public void openPort(Netns netns, int port) {
    stack(netns).openPort(port);
  }

  /** Returns what is told of packets. */
  Story story() {
    return story;
  }

  /** Returns how packets since {@link #forgetEnds} ended, in order; a view. */
  public List<PacketEnd> ends() {
    return story.ends();
  }

  /** Forgets how packets ended. */
  public void forgetEnds() {
    story.forgetEnds();
  }

  Stack stack(Netns netns) {
    Stack stack = stacks.get(netns);
    if (stack == null) {
      stack = new Stack(this, netns);
      stacks.put(netns, stack);
    }
    return stack;
  }

  /**
   * Makes a packet.
   *
   * @param about the id of the packet that it answers, 0 if it answers none
   */
  Skb newSkb(Packet packet, int about) {
    return new Skb(++lastPacket, about, packet);
  }

  /** Returns a number that no other echo or connection of this datapath has: from 1 to 65535. */
  int nextIdentifier() {
    lastIdentifier = lastIdentifier % 0xffff + 1;
    return lastIdentifier;
  }

  /** Returns what ICMP told {@code netns} of the way to {@code destination} by {@code route}. */
  public Optional<RouteException> exception(
      Netns netns, Optional<Route> route, IpAddress destination) {
    IpLayer layer = stack(netns).layer(destination.family());
    return route.map(found -> layer.exceptions().find(found, destination));
  }

  // Probing.

  /** Pings from a namespace, and lets everything happen that follows from it. */
  public PingResult ping(Netns from, PingRequest request) {
    story.forgetEnds();
    return new Ping(this, from, request).run();
  }

  /** Sends one packet from a namespace, and lets everything happen that follows from it. */
  public ProbeResult probe(Netns from, ProbeRequest request) {
    story.forgetEnds();
    return new Probe(this, from, request).run();
  }

  // Moving.

  /**
   * Sends a frame out of a device.
   *
   * @return false if the other end of the wire refuses it, of which its sender is told
   */
  boolean transmit(Link from, Frame frame) {
    if (!from.isUp()) {
      story.endFrame(frame, from, Disposition.LINK_DOWN, from + " is down");
      return true;
    }
    if (Trail.lengthOf(frame.trail()) > MAX_WIRES) {
      story.endFrame(frame, from, Disposition.LOOP, "crossed too many wires");
      return true;
    }
    if (from.kind() == LinkKind.INTERNAL) {
      wire.transmit(from, frame, delivery);
      return true;
    }
    Link to = from.peer().orElse(null);
    if (to == null || !to.isUp()) {
      from.counters().sendDropped();
      story.endFrame(frame, from, Disposition.LINK_DOWN, "the other end of " + from + " is down");
      return true;
    }
    if (frame.packet() != null && frame.packet().length() > to.mtu() + VLAN_TAG) {
      String text = "the other end of " + from + " takes only " + to.mtu() + " bytes";
      from.counters().sendDropped();
      story.endFrame(frame, from, Disposition.TOO_BIG, text);
      return false;
    }
    from.counters().sent(frame.length());
    to.counters().received(frame.length());
    arrive(to, frame, to.netns() == from.netns() ? frame.mark() : 0);
    return true;
  }

  private void arrive(Link to, Frame frame, int mark) {
    Frame marked = mark == frame.mark() ? frame : frame.withMark(mark);
    arrivals.add(new Arrival(to, marked, null));
  }

  /** Announces an address that {@code link} has to its network (gratuitous ARP). */
  public void announce(Link link, IpAddress address) {
    ArpMessage message = new ArpMessage(false, link.mac(), address, MacAddress.BROADCAST, address);
    transmit(link, Frame.of(link.mac(), MacAddress.BROADCAST, message, -1));
    run();
  }

  /** Asks the network behind {@code link} who has an address, whether or not that is known. */
  public void ask(Link link, IpAddress address) {
    IpAddress own = link.addresses(address.family()).get(0).local();
    ArpMessage question = new ArpMessage(false, link.mac(), own, MacAddress.ZERO, address);
    transmit(link, Frame.of(link.mac(), MacAddress.BROADCAST, question, -1));
    run();
  }

  /** Sends a packet back to where it was made, over the loopback device. */
  void loopBack(Skb skb, Stack stack, Link lo) {
    if (!lo.isUp()) {
      story.end(skb, stack, Disposition.LINK_DOWN, null, "lo is down");
      return;
    }
    lo.counters().sent(skb.packet.length());
    lo.counters().received(skb.packet.length());
    arrivals.add(new Arrival(lo, null, skb));
  }

  /**
   * Has {@code action} happen after a while, which is waited for where an answer may depend on it.
   */
  void later(long nanos, Runnable action) {
    SimTime when = clock.now().plusNanos(nanos);
    delayed.add(when);
    clock.at(
        when,
        () -> {
          delayed.remove(when);
          action.run();
        });
  }

  /** Lets everything arrive that does within so many seconds, moving time only as far as needed. */
  void await(int seconds) {
    SimTime end = clock.now().plusSeconds(seconds);
    run();
    while (!delayed.isEmpty() && delayed.peek().compareTo(end) <= 0) {
      clock.advanceNanos(delayed.peek().nanos() - clock.now().nanos());
      run();
    }
  }

  void waitsFor(Neighbours neighbours) {
    waiting.add(neighbours);
  }

  void mayMiss(Reassembly reassembly) {
    incomplete.add(reassembly);
  }

  /** Lets everything on its way arrive. */
  void run() {
    while (!arrivals.isEmpty()) {
      Arrival arrival = arrivals.remove();
      Link to = arrival.to;
      Stack stack = stack(to.netns());
      if (arrival.looped != null) {
        receiveLooped(arrival.looped, stack, to);
      } else {
        receive(arrival.frame, stack, to);
      }
    }
  }

  /** Lets everything arrive and unanswered questions fail, until nothing is left to happen. */
  void settle() {
    await(NEIGHBOUR_SECONDS);
    while (!waiting.isEmpty()) {
      List<Neighbours> now = new ArrayList<>(waiting);
      waiting.clear();
      now.forEach(Neighbours::giveUp);
      await(NEIGHBOUR_SECONDS);
    }
    incomplete.forEach(Reassembly::giveUp);
    incomplete.clear();
  }

  private void receiveLooped(Skb skb, Stack stack, Link lo) {
    skb.device = lo;
    skb.sourceMac = lo.mac();
    skb.type = FrameType.HOST;
    if (skb.dst.kind() != Dst.Kind.LOCAL) {
      skb.dst = null;
    }
    stack.layer(skb).receive(skb);
  }

  private void receive(Frame frame, Stack stack, Link to) {
    FrameType type = FrameType.of(frame.destination(), to.mac());
    if (frame.isArp()) {
      stack.neighbours().receive(to, frame.arp(), type, frame.packetId());
      return;
    }
    Skb skb = new Skb(frame.packetId(), frame.about(), frame.packet());
    skb.device = to;
    skb.mark = frame.mark();
    skb.type = type;
    skb.sourceMac = frame.source();
    skb.trail = Trail.of(to, frame.trail());
    skb.discovery = frame.arp();
    stack.layer(skb).receive(skb);
  }
}
