package org.dvrsim.datapath;

import org.dvrsim.base.Errno;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.Fragment;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.Packet;
import org.dvrsim.net.Payload;
import org.dvrsim.net.TcpSegment;
import org.dvrsim.netfilter.Connection;
import org.dvrsim.netfilter.CtState;
import org.dvrsim.netfilter.PacketView;
import org.dvrsim.netfilter.Tracked;

/**
 * A packet on its way, with what the kernel notes about it.
 *
 * <p>Models: include/linux/skbuff.h:struct sk_buff
 */
final class Skb implements PacketView {
  final int id;

  /** The packet that this one answers, 0 if it answers none. */
  final int about;

  Packet packet;
  int mark;

  /** The device it came by, null if it was made here. */
  Link device;

  FrameType type = FrameType.HOST;
  MacAddress sourceMac;
  Tracked tracked = Tracked.INVALID;
  Dst dst;

  /** The devices that rules see at the hook at hand. */
  Link hookIn;

  Link hookOut;

  /** The rule or chain of the packet filter that dropped it, null if none did. */
  Object decider;

  /** What the sender is told when the packet is dropped on its way out, null for nothing. */
  Errno error;

  /** What it says if it is of neighbour discovery, else null. */
  ArpMessage discovery;

  /** The devices by which it came into namespaces, null for none. */
  Trail trail;

  /** Whether this namespace forwards it, so that what it knows of the path does not count. */
  boolean forwarded;

  /** Whether it may be as long as its device takes, whatever else is known of the path. */
  boolean upToDevice;

  /** The longest part that it was put together from, which bounds its parts; 0 for none. */
  int longestPart;

  /** Whether its way has ended. */
  boolean ended;

  Skb(int id, int about, Packet packet) {
    this.id = id;
    this.about = about;
    this.packet = packet;
  }

  /** Returns another packet that goes the same way as this one. */
  Skb like(Packet part) {
    Skb copy = new Skb(id, about, part);
    copy.mark = mark;
    copy.device = device;
    copy.type = type;
    copy.sourceMac = sourceMac;
    copy.tracked = tracked;
    copy.dst = dst;
    copy.trail = trail;
    copy.forwarded = forwarded;
    return copy;
  }

  @Override
  public IpAddress source() {
    return packet.source();
  }

  @Override
  public IpAddress destination() {
    return packet.destination();
  }

  @Override
  public int protocol() {
    return packet.payload().protocol();
  }

  @Override
  public int sourcePort() {
    return packet.payload().sourcePort();
  }

  @Override
  public int destinationPort() {
    return packet.payload().destinationPort();
  }

  /** Returns the payload, or of a split packet's first part the whole packet's. */
  private Payload visible() {
    Payload payload = packet.payload();
    return payload instanceof Fragment part && part.isFirst() ? part.whole() : payload;
  }

  @Override
  public boolean isLaterFragment() {
    return packet.payload() instanceof Fragment part && !part.isFirst();
  }

  @Override
  public int tcpFlags() {
    Payload payload = visible();
    return payload instanceof TcpSegment segment ? segment.flags() : 0;
  }

  @Override
  public int icmpType() {
    return visible() instanceof IcmpMessage icmp ? icmp.type() : -1;
  }

  @Override
  public int icmpCode() {
    return visible() instanceof IcmpMessage icmp ? icmp.code() : -1;
  }

  @Override
  public IfName in() {
    return hookIn == null ? null : hookIn.name();
  }

  @Override
  public IfName out() {
    return hookOut == null ? null : hookOut.name();
  }

  @Override
  public int mark() {
    return mark;
  }

  @Override
  public MacAddress sourceMac() {
    return device == null || device.isLoopback() ? null : sourceMac;
  }

  @Override
  public int length() {
    return packet.length();
  }

  @Override
  public int ttl() {
    return packet.ttl();
  }

  @Override
  public CtState ctState() {
    return tracked.state();
  }

  @Override
  public Connection connection() {
    return tracked.connection();
  }
}
