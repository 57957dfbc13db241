package org.dvrsim.datapath;

import org.dvrsim.base.Errno;
import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Ipv4Paths;
import org.dvrsim.kernel.Ipv4Paths.Setting;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.Payload;

/**
 * Decides what becomes of IPv4 packets that came in, after a check of their source.
 *
 * <p>Models: net/ipv4/route.c:ip_route_input_rcu(), ip_route_input_slow(), __mkroute_input()
 */
final class Ipv4Input {
  private static final IpAddress ALL_HOSTS = IpAddress.v4(0xe0000001);

  private final Netns netns;
  private final SourceCheck sources;

  Ipv4Input(Netns netns) {
    this.netns = netns;
    this.sources = new SourceCheck(netns);
  }

  /** Every device listens to all hosts; nobody joins anything else. */
  static boolean isJoined(IpAddress group) {
    return group.equals(ALL_HOSTS);
  }

  /**
   * Returns what becomes of a packet, or of an ARP request for {@code destination}.
   *
   * @param payload what it holds; null for an ARP request: broadcasts and routes back are refused
   */
  Dst route(
      IpAddress destination, IpAddress source, Link device, int mark, int tos, Payload payload) {
    Flow flow = Flow.received(destination, source, device.ifindex(), mark, tos);
    if (payload != null && Ipv4Paths.looksIntoPackets(netns)) {
      flow = flow.with(Flow.Transport.of(payload));
    }
    return route(flow, device, payload == null);
  }

  /** Returns what becomes of a packet, or of an ARP request. */
  Dst route(Flow flow, Link device, boolean arp) {
    IpAddress destination = flow.destination();
    IpAddress source = flow.source();
    if (!Ipv4Paths.isEnabled(device)) {
      return Dst.dropped(Disposition.NOT_TAKEN, null);
    }
    if (source.isMulticast() || source.isLimitedBroadcast()) {
      return Dst.dropped(Disposition.MARTIAN_SOURCE, null);
    }
    if (destination.isMulticast()) {
      return inputMulticast(flow, device);
    }
    if (destination.isLimitedBroadcast()
        || (source.isUnspecified() && destination.isUnspecified())) {
      return inputBroadcast(source, device, flow.mark(), flow.tos(), arp, null);
    }
    if (source.isUnspecified()) {
      return Dst.dropped(Disposition.MARTIAN_SOURCE, null);
    }
    boolean localNet = Ipv4Paths.either(device, Setting.ROUTE_LOCALNET);
    if (destination.isUnspecified() || (destination.isLoopback() && !localNet)) {
      return Dst.dropped(Disposition.MARTIAN_DESTINATION, null);
    }
    if (source.isLoopback() && !localNet) {
      return Dst.dropped(Disposition.MARTIAN_SOURCE, null);
    }
    return inputBy(Ipv4Paths.lookup(netns, flow, false), flow, device, arp);
  }

  private Dst inputBy(FibResult result, Flow flow, Link device, boolean arp) {
    boolean forwards = Ipv4Paths.own(device, Setting.FORWARDING) != 0;
    if (!result.isFound()) {
      Errno error = result.error().orElseThrow();
      return forwards
          ? Dst.failed(error, result, Dst.whyFailed(error, result))
          : Dst.failed(Errno.EHOSTUNREACH, result, Disposition.NOT_FORWARDED);
    }
    switch (result.type()) {
      case BROADCAST -> {
        if (!Ipv4Paths.both(device, Setting.BC_FORWARDING)) {
          return inputBroadcast(flow.source(), device, flow.mark(), flow.tos(), arp, result);
        }
      }
      case LOCAL -> {
        SourceCheck.Verdict source = sources.of(flow, 0, device);
        return switch (source) {
          case MARTIAN -> Dst.dropped(Disposition.MARTIAN_SOURCE, result);
          case REVERSE_PATH -> Dst.dropped(Disposition.RP_FILTER, result);
          default -> local(result);
        };
      }
      default -> {
        if (!forwards) {
          return Dst.failed(Errno.EHOSTUNREACH, result, Disposition.NOT_FORWARDED);
        }
        if (result.type() != RouteType.UNICAST) {
          return Dst.dropped(Disposition.MARTIAN_DESTINATION, result);
        }
      }
    }
    return inputUnicast(Multipath.select(result, flow), flow, device, arp);
  }

  private Dst inputUnicast(FibResult result, Flow flow, Link device, boolean arp) {
    NextHop hop = result.hop();
    Link out = hop.device().orElseThrow();
    SourceCheck.Verdict source = sources.of(flow, out.ifindex(), device);
    if (source == SourceCheck.Verdict.MARTIAN) {
      return Dst.dropped(Disposition.MARTIAN_SOURCE, result);
    }
    if (source == SourceCheck.Verdict.REVERSE_PATH) {
      return Dst.dropped(Disposition.RP_FILTER, result);
    }
    IpAddress gateway = hop.router().orElse(null);
    boolean back = out == device;
    if (arp && back && Ipv4Paths.own(device, Setting.PROXY_ARP_PVLAN) == 0) {
      return Dst.dropped(Disposition.MARTIAN_DESTINATION, result);
    }
    boolean redirect =
        back
            && source == SourceCheck.Verdict.ON_LINK
            && Ipv4Paths.either(out, Setting.SEND_REDIRECTS)
            && (Ipv4Paths.either(out, Setting.SHARED_MEDIA)
                || Ipv4Paths.isOnLink(
                    out, flow.source(), gateway == null ? IpAddress.ANY_V4 : gateway));
    return new Dst(
        Dst.Kind.UNICAST, RouteType.UNICAST, out, gateway, null, result, null, redirect, null);
  }

  /** Models: net/ipv4/route.c:ip_route_input_mc(), ip_mc_validate_source() */
  private Dst inputMulticast(Flow flow, Link device) {
    IpAddress source = flow.source();
    if (!isJoined(flow.destination())) {
      return Dst.dropped(Disposition.NOT_TAKEN, null);
    }
    if (source.isLoopback() && !Ipv4Paths.either(device, Setting.ROUTE_LOCALNET)) {
      return Dst.dropped(Disposition.MARTIAN_SOURCE, null);
    }
    if (!source.isUnspecified()) {
      SourceCheck.Verdict checked = sources.of(flow, 0, device);
      if (checked == SourceCheck.Verdict.MARTIAN || checked == SourceCheck.Verdict.REVERSE_PATH) {
        return Dst.dropped(
            checked == SourceCheck.Verdict.MARTIAN
                ? Disposition.MARTIAN_SOURCE
                : Disposition.RP_FILTER,
            null);
      }
    }
    Link lo = Ipv4Paths.loopback(netns);
    return new Dst(
        Dst.Kind.BROADCAST, RouteType.MULTICAST, lo, null, null, null, null, false, null);
  }

  private Dst inputBroadcast(
      IpAddress source, Link device, int mark, int tos, boolean arp, FibResult result) {
    if (arp) {
      return Dst.dropped(Disposition.NOT_TAKEN, result);
    }
    if (!source.isUnspecified()) {
      Flow flow = Flow.received(IpAddress.ANY_V4, source, device.ifindex(), mark, tos);
      SourceCheck.Verdict checked = sources.of(flow, 0, device);
      if (checked == SourceCheck.Verdict.MARTIAN || checked == SourceCheck.Verdict.REVERSE_PATH) {
        return Dst.dropped(
            checked == SourceCheck.Verdict.MARTIAN
                ? Disposition.MARTIAN_SOURCE
                : Disposition.RP_FILTER,
            result);
      }
    }
    return broadcast(result);
  }

  private Dst local(FibResult result) {
    Link lo = Ipv4Paths.loopback(netns);
    return new Dst(Dst.Kind.LOCAL, RouteType.LOCAL, lo, null, null, result, null, false, null);
  }

  private Dst broadcast(FibResult result) {
    Link lo = Ipv4Paths.loopback(netns);
    return new Dst(
        Dst.Kind.BROADCAST, RouteType.BROADCAST, lo, null, null, result, null, false, null);
  }
}
