package org.dvrsim.datapath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.Flow;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.Packet;
import org.dvrsim.net.Payload;
import org.dvrsim.net.TcpSegment;
import org.dvrsim.net.UdpDatagram;
import org.dvrsim.netfilter.ConntrackTuple;
import org.dvrsim.netfilter.CtState;
import org.dvrsim.netfilter.Tracked;

/**
 * The upper end of a namespace's stack: the kernel's own answers to echo requests, programs that
 * listen, and programs that wait for answers.
 *
 * <p>Models: net/ipv4/icmp.c:icmp_echo(), icmp_reply(); net/ipv4/udp.c, tcp_ipv4.c as far as single
 * packets show
 */
final class Sockets {
  /** A program that sent something. */
  interface Client {
    /** Tells whether the program takes this answer. */
    boolean receive(Packet answer);

    /** Tells whether the program takes this error about what it sent. */
    boolean receiveError(Packet answer, IcmpMessage error);
  }

  private final Stack stack;
  private final List<Client> clients = new ArrayList<>();

  /** What clients of open TCP connections send. */
  private final Set<ConntrackTuple> connections = new HashSet<>();

  Sockets(Stack stack) {
    this.stack = stack;
  }

  void add(Client client) {
    clients.add(client);
  }

  void remove(Client client) {
    clients.remove(client);
  }

  /** Takes a packet that passed all hooks. */
  void deliver(Skb skb) {
    Payload payload = skb.packet.payload();
    if (skb.discovery != null) {
      end(skb, Disposition.DELIVERED, "neighbour discovery");
      stack.neighbours().receiveDiscovery(skb);
      return;
    }
    if (payload instanceof IcmpMessage icmp) {
      deliverIcmp(skb, icmp);
      return;
    }
    if (takenByClient(skb)) {
      end(skb, Disposition.DELIVERED, "answer taken");
    } else if (payload instanceof TcpSegment segment) {
      deliverTcp(skb, segment);
    } else if (payload instanceof UdpDatagram datagram) {
      deliverUdp(skb, datagram);
    } else {
      end(skb, Disposition.NO_LISTENER, "no program for protocol " + payload.protocol());
    }
  }

  private void end(Skb skb, Disposition how, String text) {
    stack.world().story().end(skb, stack, how, null, text);
  }

  private boolean takenByClient(Skb skb) {
    boolean taken = false;
    for (Client client : clients) {
      taken |= client.receive(skb.packet);
    }
    return taken;
  }

  private void deliverIcmp(Skb skb, IcmpMessage icmp) {
    if (icmp.isError()) {
      stack.layer(skb).learn(skb, icmp);
      boolean taken = false;
      for (Client client : clients) {
        taken |= client.receiveError(skb.packet, icmp);
      }
      end(skb, taken ? Disposition.DELIVERED : Disposition.NOT_EXPECTED, "error message");
    } else if (icmp.isEchoReply()) {
      boolean taken = takenByClient(skb);
      end(skb, taken ? Disposition.DELIVERED : Disposition.NOT_EXPECTED, "echo reply");
    } else if (icmp.isEcho() && ignoresEchoes(skb.packet.family())) {
      end(skb, Disposition.NOT_TAKEN, "echo requests are ignored");
    } else if (icmp.isEcho() && skb.dst.kind() == Dst.Kind.LOCAL) {
      end(skb, Disposition.DELIVERED, "echo request answered");
      answer(skb, icmp.toReply());
    } else {
      end(skb, Disposition.NOT_TAKEN, "not answered");
    }
  }

  /** Models: net/ipv4/icmp.c:icmp_echo(), net/ipv6/icmp.c:icmpv6_rcv() */
  private boolean ignoresEchoes(IpFamily family) {
    String setting = family == IpFamily.V4 ? "ipv4.icmp_echo" : "ipv6.icmp.echo";
    return stack.netns().sysctl().number("net." + setting + "_ignore_all") != 0;
  }

  private void deliverUdp(Skb skb, UdpDatagram datagram) {
    if (!stack.isOpen(datagram.destinationPort())) {
      stack.layer(skb).sendPortUnreachable(skb);
      end(skb, Disposition.NO_LISTENER, "port " + datagram.destinationPort() + " is closed");
      return;
    }
    end(skb, Disposition.DELIVERED, "datagram taken");
    answer(skb, datagram.toReply());
  }

  private void deliverTcp(Skb skb, TcpSegment segment) {
    if (segment.has(TcpSegment.RST)) {
      end(skb, Disposition.NOT_EXPECTED, "reset");
    } else if (!stack.isOpen(segment.destinationPort())) {
      end(skb, Disposition.NO_LISTENER, "port " + segment.destinationPort() + " is closed");
      answer(skb, segment.toReply(TcpSegment.RST | TcpSegment.ACK));
    } else if (segment.has(TcpSegment.SYN)) {
      end(skb, Disposition.DELIVERED, "connection accepted");
      connections.add(ConntrackTuple.of(skb.packet));
      answer(skb, segment.toReply(TcpSegment.SYN | TcpSegment.ACK));
    } else if (!connections.contains(ConntrackTuple.of(skb.packet))) {
      end(skb, Disposition.NO_LISTENER, "no such connection");
      answer(skb, segment.toReply(TcpSegment.RST));
    } else {
      end(skb, Disposition.DELIVERED, "segment taken");
      if (segment.has(TcpSegment.FIN)) {
        connections.remove(ConntrackTuple.of(skb.packet));
        answer(skb, segment.toReply(TcpSegment.FIN | TcpSegment.ACK));
      } else if (segment.dataLength() > 0) {
        answer(skb, segment.toReply(TcpSegment.ACK));
      }
    }
  }

  /** Sends an answer to {@code skb} from the address that it was sent to. */
  private void answer(Skb skb, Payload payload) {
    Packet asked = skb.packet;
    IpLayer layer = stack.layer(skb);
    IpAddress to = asked.source();
    IpAddress from = asked.destination();
    Dst dst = layer.routeOutput(to, from, null, 0, asked.tos(), false, Flow.Transport.of(payload));
    int length = Packet.headerLength(to.family()) + payload.length();
    boolean whole =
        dst.error() == null
            && !(payload instanceof IcmpMessage && to.isV4())
            && length <= layer.pathMtu().of(dst, to, false);
    Packet packet = new Packet(from, to, Packet.DEFAULT_TTL, asked.tos(), whole, payload);
    Skb answer = stack.world().newSkb(packet, skb.id);
    answer.dst = dst;
    if (dst.error() != null) {
      stack.world().story().end(answer, stack, dst.drop(), dst.result(), "no route for the answer");
      return;
    }
    if (payload instanceof IcmpMessage) {
      layer.sendIcmp(answer);
    } else {
      layer.send(answer);
    }
  }

  /** What an error about a packet inherits of its connection (nf_conntrack_attach()). */
  static Tracked attached(Tracked about) {
    return about.entry() == null
        ? Tracked.INVALID
        : new Tracked(about.entry(), !about.isReply(), CtState.RELATED);
  }

  /** Models: net/ipv4/netfilter/nf_reject_ipv4.c:nf_send_reset(). */
  static void sendReset(IpLayer layer, Skb skb) {
    TcpSegment segment = (TcpSegment) skb.packet.payload();
    if (segment.has(TcpSegment.RST)) {
      return;
    }
    IpAddress to = skb.packet.source();
    Packet packet =
        Packet.of(
            skb.packet.destination(),
            to,
            segment.toReply(TcpSegment.RST | (segment.has(TcpSegment.ACK) ? 0 : TcpSegment.ACK)));
    Dst dst =
        layer.routeOutput(
            to, packet.source(), null, 0, 0, true, Flow.Transport.of(packet.payload()));
    if (dst.error() == null) {
      Skb reset = layer.world().newSkb(packet, skb.id);
      reset.tracked = attached(skb.tracked);
      reset.dst = dst;
      layer.send(reset);
    }
  }
}
