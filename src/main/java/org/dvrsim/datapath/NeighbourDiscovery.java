package org.dvrsim.datapath;

import org.dvrsim.kernel.Ipv6Paths;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.Packet;

/**
 * IPv6's neighbour discovery in a namespace: asks for others, and answers for this host and for
 * whom it is a proxy. Its messages are packets, which the packet filter sees.
 *
 * <p>Models: net/ipv6/ndisc.c:ndisc_solicit(), ndisc_send_skb(), ndisc_recv_ns(), ndisc_recv_na().
 * Left out: router discovery, detection of duplicate addresses.
 */
final class NeighbourDiscovery {
  private static final int SOLICITATION = 135;
  private static final int ADVERTISEMENT = 136;
  private static final int HOP_LIMIT = 255;

  /** The target's address. */
  private static final int TARGET = 16;

  /** The option with the sender's MAC address. */
  private static final int OPTION = 8;

  /** The first half of solicited-node addresses and the beginning of the second. */
  private static final long NODE_HIGH = 0xff02L << 48;

  private static final long NODE_LOW = 0x1ff000000L;

  private final Stack stack;
  private final Neighbours neighbours;

  NeighbourDiscovery(Stack stack, Neighbours neighbours) {
    this.stack = stack;
    this.neighbours = neighbours;
  }

  /** Asks for the MAC address of {@code target}; see {@link Arp#solicit}. */
  void solicit(Skb skb, Link out, IpAddress target, MacAddress known) {
    IpAddress asker = skb == null ? IpAddress.ANY_V6 : skb.source();
    IpAddress sender = Ipv6Paths.solicitSource(out, asker);
    if (sender == null) {
      return;
    }
    IpAddress group = IpAddress.v6(NODE_HIGH, NODE_LOW | (target.low() & 0xffffff));
    ArpMessage question = new ArpMessage(false, out.mac(), sender, MacAddress.ZERO, target);
    int about = skb == null ? 0 : skb.id;
    if (known == null) {
      send(out, sender, group, Neighbours.groupMac(group), SOLICITATION, OPTION, question, about);
    } else {
      send(out, sender, target, known, SOLICITATION, OPTION, question, about);
    }
  }

  private void send(
      Link out,
      IpAddress from,
      IpAddress to,
      MacAddress mac,
      int type,
      int option,
      ArpMessage message,
      int about) {
    IcmpMessage icmp = new IcmpMessage(IpFamily.V6, type, 0, 0, 0, 0, null, null, TARGET + option);
    Skb skb = stack.world().newSkb(new Packet(from, to, HOP_LIMIT, 0, true, icmp), about);
    skb.discovery = message;
    stack.ipv6().sendDiscovery(skb, out, mac);
  }

  /** Takes a message that came in by {@code device} and passed the packet filter. */
  void receive(Skb skb) {
    ArpMessage message = skb.discovery;
    Link device = skb.device;
    if (message.reply()) {
      if (neighbours.isOfInterest(device, message.sender())) {
        boolean confirms = skb.type == FrameType.HOST;
        neighbours.learn(device, message.sender(), message.senderMac(), confirms);
      }
      return;
    }
    IpAddress target = message.target();
    boolean proxied =
        Ipv6Paths.isForwarding(stack.netns()) && stack.netns().proxies(device, target);
    if (!Ipv6Paths.hasAddress(device, target) && !proxied) {
      return;
    }
    if (!message.sender().isUnspecified()) {
      neighbours.learnAsker(device, message.sender(), message.senderMac());
    }
    ArpMessage answer = message.answeredBy(device.mac());
    int option = skb.packet.destination().isMulticast() ? OPTION : 0;
    IpAddress to = message.sender();
    send(device, target, to, message.senderMac(), ADVERTISEMENT, option, answer, skb.id);
  }
}
