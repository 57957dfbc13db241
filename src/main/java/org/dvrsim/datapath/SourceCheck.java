package org.dvrsim.datapath;

import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Ipv4Paths;
import org.dvrsim.kernel.Ipv4Paths.Setting;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteType;

/**
 * Tells whether a packet with its source may have come in by a device.
 *
 * <p>Models: net/ipv4/fib_frontend.c:fib_validate_source(), __fib_validate_source()
 */
final class SourceCheck {
  /** What {@link #of} returns for a source that may not come by this device. */
  enum Verdict {
    /** It may, and is not a neighbour of this host there. */
    FINE,
    /** It may, and is on the link. */
    ON_LINK,
    /** It is an address of this host or no unicast address. */
    MARTIAN,
    /** The way back leads elsewhere. */
    REVERSE_PATH
  }

  private final Netns netns;

  SourceCheck(Netns netns) {
    this.netns = netns;
  }

  /**
   * Tells whether a source may come by {@code device}.
   *
   * @param oif the ifindex by which the packet goes on, 0 if it stays
   */
  Verdict of(Flow flow, int oif, Link device) {
    int filter = Ipv4Paths.max(device, Setting.RP_FILTER);
    boolean acceptLocal = Ipv4Paths.either(device, Setting.ACCEPT_LOCAL);
    if (filter == 0
        && (device.ifindex() != oif || !Ipv4Paths.either(device, Setting.SEND_REDIRECTS))) {
      if (acceptLocal) {
        return Verdict.FINE;
      }
      if (!Ipv4Paths.hasCustomRules(netns)) {
        return Ipv4Paths.isInterfaceAddress(netns, flow.source()) ? Verdict.MARTIAN : Verdict.FINE;
      }
    }
    int mark = Ipv4Paths.either(device, Setting.SRC_VALID_MARK) ? flow.mark() : 0;
    Flow back =
        new Flow(
            /* destination= */ flow.source(),
            /* source= */ flow.destination(),
            oif == 0 ? Flow.LOOPBACK : oif,
            0,
            mark,
            flow.tos(),
            0,
            flow.transport().reversed());
    FibResult result = Ipv4Paths.lookup(netns, back, false);
    if (!result.isFound()) {
      return filter != 0 ? Verdict.REVERSE_PATH : Verdict.FINE;
    }
    if (result.type() != RouteType.UNICAST && (result.type() != RouteType.LOCAL || !acceptLocal)) {
      return Verdict.MARTIAN;
    }
    if (usesDevice(result.route().orElseThrow(), device)
        || (result.type() == RouteType.LOCAL && device.isLoopback())) {
      return onLink(result);
    }
    if (!Ipv4Paths.hasAddress(device)) {
      return filter != 0 ? Verdict.REVERSE_PATH : Verdict.FINE;
    }
    if (filter == 1) {
      return Verdict.REVERSE_PATH;
    }
    FibResult there = Ipv4Paths.lookup(netns, back.withOif(device.ifindex()), true);
    return there.isFound() && there.type() == RouteType.UNICAST ? onLink(there) : Verdict.FINE;
  }

  private static Verdict onLink(FibResult result) {
    return result.hop().router().isEmpty() ? Verdict.ON_LINK : Verdict.FINE;
  }

  private static boolean usesDevice(Route route, Link device) {
    for (NextHop hop : route.hops()) {
      if (hop.device().isPresent() && hop.device().get() == device) {
        return true;
      }
    }
    return false;
  }
}
