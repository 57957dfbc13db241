package org.dvrsim.datapath;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.base.Errno;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpProtocols;
import org.dvrsim.net.Packet;

/**
 * A run of ping in a namespace: asks the kernel for a source address, then sends echo requests by a
 * raw socket.
 *
 * <p>Models: iputils 20240905 ping/ping.c:ping4_run(), ping4_parse_reply(),
 * ping4_receive_error_msg(); net/ipv4/datagram.c:__ip4_datagram_connect(), net/ipv4/raw.c:
 * raw_sendmsg()
 */
final class Ping implements Sockets.Client {
  /** The port to which ping connects to learn its own address; nothing is sent there. */
  private static final int CONNECT_PORT = 1025;

  private final Datapath world;
  private final Stack stack;
  private final PingRequest request;
  private final List<PingResult.Event> events = new ArrayList<>();
  private int identifier;
  private IpAddress target;
  private boolean warns;

  Ping(Datapath world, Netns netns, PingRequest request) {
    this.world = world;
    this.stack = world.stack(netns);
    this.request = request;
    this.target = request.destination();
  }

  PingResult run() {
    IpLayer layer = stack.layer(target.family());
    IpAddress source = request.source();
    if (source == null) {
      Dst dst = connect(layer);
      boolean broadcasts = dst.kind() == Dst.Kind.BROADCAST && !target.isMulticast();
      warns = request.broadcast() && (broadcasts || dst.error() == Errno.EACCES);
      if (dst.error() != null) {
        return refused(PingResult.Refusal.CONNECT, dst.error());
      }
      if (broadcasts && !request.broadcast()) {
        return refused(PingResult.Refusal.CONNECT, Errno.EACCES);
      }
      source = dst.source();
    } else if (!mayBind(source)) {
      return refused(PingResult.Refusal.BIND, Errno.EADDRNOTAVAIL);
    }
    if (target.isUnspecified()) {
      target = layer.loopbackAddress();
    }
    identifier = world.nextIdentifier();
    stack.sockets().add(this);
    int elapsed = 0;
    for (int sequence = 1; sequence <= request.count(); sequence++) {
      send(layer, sequence);
      int wait = sequence < request.count() ? 1 : request.waitSeconds();
      world.await(wait);
      elapsed += wait;
    }
    if (elapsed > Datapath.NEIGHBOUR_SECONDS) {
      world.settle();
    }
    stack.sockets().remove(this);
    world.settle();
    return new PingResult(null, null, target, source, request.count(), warns, List.copyOf(events));
  }

  private PingResult refused(PingResult.Refusal what, Errno error) {
    return new PingResult(what, error, target, null, 0, warns, List.of());
  }

  private boolean mayBind(IpAddress source) {
    RouteType type = stack.netns().addressType(source);
    return type == RouteType.LOCAL || type == RouteType.BROADCAST || type == RouteType.MULTICAST;
  }

  /** Looks up the route twice, as connect() does: for a source address, then with it. */
  private Dst connect(IpLayer layer) {
    Flow.Transport transport = new Flow.Transport(0, IpProtocols.UDP, 0, CONNECT_PORT);
    IpAddress source = request.source() == null ? IpAddress.any(target.family()) : request.source();
    Dst dst =
        layer.routeOutput(
            target, source, request.device(), request.mark(), request.tos(), false, transport);
    if (dst.error() != null || !source.isUnspecified() || dst.source().isUnspecified()) {
      return dst;
    }
    return layer.routeOutput(
        target, dst.source(), request.device(), request.mark(), request.tos(), false, transport);
  }

  /**
   * Sends a request. What the device does not take is sent once more; ping tells of other errors in
   * sending only if an ICMP error came with them.
   */
  private void send(IpLayer layer, int sequence) {
    IpAddress source = request.source() == null ? IpAddress.any(target.family()) : request.source();
    int protocol = target.isV4() ? IpProtocols.ICMP : IpProtocols.ICMPV6;
    Dst dst =
        layer.routeOutput(
            target,
            source,
            request.device(),
            request.mark(),
            request.tos(),
            false,
            new Flow.Transport(0, protocol, 0, 0));
    if (dst.error() != null || (dst.kind() == Dst.Kind.BROADCAST && !request.broadcast())) {
      return;
    }
    IcmpMessage echo =
        IcmpMessage.echo(target.family(), identifier, sequence, request.dataLength());
    int length = Packet.headerLength(target.family()) + echo.length();
    boolean ofDevice = request.discovery() == PathMtuDiscovery.PROBE;
    int mtu = ofDevice ? dst.device().mtu() : layer.pathMtu().of(dst, target, false);
    if (length > mtu && request.discovery().refuses()) {
      events.add(PingResult.Event.failed(sequence, Errno.EMSGSIZE));
      return;
    }
    Packet packet =
        new Packet(
            source.isUnspecified() ? dst.source() : source,
            target,
            request.ttl(),
            request.tos(),
            request.discovery().keepsWhole(length <= mtu && !layer.pathMtu().isLocked(dst, target)),
            echo);
    int before = events.size();
    Errno error = send(layer, packet, dst, ofDevice);
    if (error == Errno.ENOBUFS) {
      error = send(layer, packet, dst, ofDevice);
      events.add(PingResult.Event.failed(sequence, error));
    } else if (error != null && events.size() > before) {
      events.add(PingResult.Event.failed(sequence, error));
    }
  }

  private Errno send(IpLayer layer, Packet packet, Dst dst, boolean upToDevice) {
    Skb skb = world.newSkb(packet, 0);
    skb.mark = request.mark();
    skb.upToDevice = upToDevice;
    skb.dst = dst;
    Errno error = layer.send(skb);
    world.run();
    return error;
  }

  @Override
  public boolean receive(Packet answer) {
    if (!(answer.payload() instanceof IcmpMessage icmp)
        || !icmp.isEchoReply()
        || icmp.identifier() != identifier) {
      return false;
    }
    events.add(
        new PingResult.Event(
            icmp.sequence(), answer.source(), answer.ttl(), icmp.length(), null, null));
    return true;
  }

  @Override
  public boolean receiveError(Packet answer, IcmpMessage error) {
    Packet quoted = error.quoted();
    if (!quoted.destination().equals(target)
        || !(quoted.payload() instanceof IcmpMessage icmp)
        || !icmp.isEcho()
        || icmp.identifier() != identifier) {
      return false;
    }
    events.add(
        new PingResult.Event(icmp.sequence(), answer.source(), answer.ttl(), 0, error, null));
    return true;
  }
}
