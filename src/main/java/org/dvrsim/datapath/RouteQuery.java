package org.dvrsim.datapath;

import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpAddress;

/**
 * Says where a namespace would send an IPv4 packet, which it asks of what decides for real packets.
 *
 * <p>Models: net/ipv4/route.c:inet_rtm_getroute()
 */
public final class RouteQuery {
  private final Netns netns;
  private final Ipv4Input input;
  private final Ipv4Output output;

  /** Asks {@code netns}. */
  public RouteQuery(Netns netns) {
    this.netns = netns;
    this.input = new Ipv4Input(netns);
    this.output = new Ipv4Output(netns);
  }

  /**
   * Decides for a packet made here.
   *
   * @param flow whose source may be unspecified, and whose oif may be 0
   * @throws ErrnoException EINVAL for a source that can be none, ENETUNREACH if the source isn't
   *     here, the device is down or there is no route, ENODEV without the device; or what the route
   *     says
   */
  public RouteDecision output(Flow flow) {
    Link oif = flow.oif() == 0 ? null : device(flow.oif());
    Dst dst = check(output.route(flow, oif, false), flow);
    boolean sourceKept = dst.source() == null;
    return decision(dst, sourceKept ? flow.source() : dst.source());
  }

  /**
   * Decides for a packet that came in by a device.
   *
   * @param flow whose iif is the device
   * @throws ErrnoException EINVAL for addresses that can't be (martians) and for a source that
   *     can't come this way, EHOSTUNREACH if this host doesn't forward; or what the route says
   */
  public RouteDecision input(Flow flow, Link device) {
    return decision(check(input.route(flow, device, false), flow), flow.source());
  }

  /** Tells whether devices listen to an IPv4 {@code group}. */
  public static boolean isJoined(IpAddress group) {
    return Ipv4Input.isJoined(group);
  }

  private Link device(int ifindex) {
    return netns
        .link(ifindex)
        .orElseThrow(() -> ErrnoException.of(Errno.ENODEV, "route by " + ifindex));
  }

  /** The asker hears the error of a route; of every packet dropped, that it is not valid. */
  private static Dst check(Dst dst, Flow flow) {
    if (dst.kind() == Dst.Kind.ERROR || dst.kind() == Dst.Kind.DROP) {
      Errno error = dst.error() == null ? Errno.EINVAL : dst.error();
      throw ErrnoException.of(error, "route to " + flow.destination() + " from " + flow.source());
    }
    return dst;
  }

  private static RouteDecision decision(Dst dst, IpAddress source) {
    Optional<FibResult> found = Optional.ofNullable(dst.result()).filter(FibResult::isFound);
    return new RouteDecision(
        dst.type(),
        dst.device(),
        source,
        Optional.ofNullable(dst.gateway()),
        found,
        dst.redirect());
  }
}
