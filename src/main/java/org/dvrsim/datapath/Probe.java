package org.dvrsim.datapath;

import org.dvrsim.base.Errno;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.Packet;
import org.dvrsim.net.Payload;
import org.dvrsim.net.TcpSegment;
import org.dvrsim.net.UdpDatagram;
import org.dvrsim.netfilter.ConntrackTuple;

/** One probe: a client that sends one packet, and for TCP acknowledges the answer. */
final class Probe implements Sockets.Client {
  /** The first port that Linux gives to clients (net.ipv4.ip_local_port_range). */
  private static final int FIRST_PORT = 32768;

  private static final int PORTS = 28232;

  private final Datapath world;
  private final Stack stack;
  private final ProbeRequest request;
  private final int identifier;
  private Packet sent;
  private boolean answered;
  private IcmpMessage error;

  Probe(Datapath world, Netns netns, ProbeRequest request) {
    this.world = world;
    this.stack = world.stack(netns);
    this.request = request;
    this.identifier = request.identifier() != 0 ? request.identifier() : fresh();
  }

  private int fresh() {
    int number = world.nextIdentifier();
    return request.isIcmp() ? number : FIRST_PORT + number % PORTS;
  }

  ProbeResult run() {
    IpAddress destination = request.destination();
    IpLayer layer = stack.layer(destination.family());
    boolean given = request.source() != null;
    IpAddress source = given ? request.source() : IpAddress.any(destination.family());
    Flow.Transport transport = Flow.Transport.of(payload());
    Dst dst = layer.routeOutput(destination, source, null, 0, 0, given, transport);
    if (dst.error() != null) {
      return new ProbeResult(false, dst.error(), null, identifier, null, null);
    }
    Payload payload = payload();
    int length = Packet.headerLength(destination.family()) + payload.length();
    boolean whole =
        length <= layer.pathMtu().of(dst, destination, false)
            && !layer.pathMtu().isLocked(dst, destination);
    IpAddress from = given ? source : dst.source();
    sent = new Packet(from, destination, Packet.DEFAULT_TTL, 0, whole, payload);
    Skb skb = world.newSkb(sent, 0);
    skb.dst = dst;
    int firstEnd = world.ends().size();
    stack.sockets().add(this);
    Errno refused = layer.send(skb);
    world.settle();
    stack.sockets().remove(this);
    ProbeResult result =
        new ProbeResult(
            answered,
            refused,
            error,
            identifier,
            endOf(skb.id, firstEnd),
            answerTo(skb.id, firstEnd));
    if (answered && request.protocol() == Payload.TCP && request.opens()) {
      acknowledge(layer);
    }
    return result;
  }

  private Payload payload() {
    return switch (request.protocol()) {
      case Payload.TCP -> segment();
      case Payload.UDP -> new UdpDatagram(identifier, request.port(), request.size());
      default -> IcmpMessage.echo(request.destination().family(), identifier, 1, request.size());
    };
  }

  private TcpSegment segment() {
    return request.opens()
        ? new TcpSegment(identifier, request.port(), TcpSegment.SYN, 0)
        : new TcpSegment(identifier, request.port(), TcpSegment.ACK, 1);
  }

  /** Completes the opening of a TCP connection. */
  private void acknowledge(IpLayer layer) {
    Dst dst = layer.routeOutput(sent.destination(), sent.source(), null, 0, 0, true);
    if (dst.error() == null) {
      Skb skb =
          world.newSkb(
              sent.withPayload(new TcpSegment(identifier, request.port(), TcpSegment.ACK, 0)), 0);
      skb.dst = dst;
      layer.send(skb);
      world.settle();
    }
  }

  private PacketEnd endOf(int packetId, int firstEnd) {
    PacketEnd last = null;
    for (int i = firstEnd; i < world.ends().size(); i++) {
      PacketEnd end = world.ends().get(i);
      if (end.packetId() == packetId && (last == null || end.how() == Disposition.DELIVERED)) {
        last = end;
      }
    }
    return last;
  }

  private PacketEnd answerTo(int packetId, int firstEnd) {
    for (int i = firstEnd; i < world.ends().size(); i++) {
      PacketEnd end = world.ends().get(i);
      if (end.about() == packetId
          && !(end.packet().payload() instanceof IcmpMessage icmp && icmp.isError())) {
        return end;
      }
    }
    return null;
  }

  @Override
  public boolean receive(Packet answer) {
    if (!isMine(answer)) {
      return false;
    }
    answered = true;
    return true;
  }

  private boolean isMine(Packet answer) {
    Payload payload = answer.payload();
    if (request.isIcmp()) {
      return payload instanceof IcmpMessage icmp
          && icmp.isEchoReply()
          && icmp.identifier() == identifier;
    }
    return payload.protocol() == request.protocol()
        && payload.destinationPort() == identifier
        && payload.sourcePort() == request.port()
        && answer.source().equals(request.destination())
        && !(payload instanceof TcpSegment segment && segment.has(TcpSegment.RST));
  }

  @Override
  public boolean receiveError(Packet answer, IcmpMessage message) {
    Packet quoted = message.quoted();
    boolean mine = ConntrackTuple.of(quoted).equals(ConntrackTuple.of(sent));
    if (mine && error == null) {
      error = message;
    }
    return mine;
  }
}
