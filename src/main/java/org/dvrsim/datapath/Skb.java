package org.dvrsim.datapath;

import org.dvrsim.base.Errno;
import org.dvrsim.kernel.Link;
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

  /** What the sender is told when the packet is dropped on its way out, null for nothing. */
  Errno error;

  /** How many wires it crossed. */
  int wires;

  /** Whether its way has ended. */
  boolean ended;

  Skb(int id, int about, Packet packet) {
    this.id = id;
    this.about = about;
    this.packet = packet;
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

  @Override
  public int tcpFlags() {
    Payload payload = packet.payload();
    return payload instanceof TcpSegment segment ? segment.flags() : 0;
  }

  @Override
  public int icmpType() {
    return packet.payload() instanceof IcmpMessage icmp ? icmp.type() : -1;
  }

  @Override
  public int icmpCode() {
    return packet.payload() instanceof IcmpMessage icmp ? icmp.code() : -1;
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
