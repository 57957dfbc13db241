package org.dvrsim.datapath;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.TableId;

/**
 * Where a packet goes.
 *
 * <p>Models: include/net/route.h:struct rtable
 *
 * @param type unicast, local, broadcast or multicast
 * @param device the device it leaves by; the loopback device if it stays here
 * @param source the source address it gets, or has
 * @param gateway the next router; empty if the destination is on the link
 * @param found what the lookup found; empty where there was none
 * @param redirect whether a received packet leaves by the device it came in by, so that its sender
 *     could do better
 */
public record RouteDecision(
    RouteType type,
    Link device,
    IpAddress source,
    Optional<IpAddress> gateway,
    Optional<FibResult> found,
    boolean redirect) {
  /** Checks that all is given. */
  public RouteDecision {
    Objects.requireNonNull(type);
    Objects.requireNonNull(device);
    Objects.requireNonNull(source);
    Objects.requireNonNull(gateway);
    Objects.requireNonNull(found);
  }

  /** Returns the route that was found. */
  public Optional<Route> route() {
    return found.flatMap(FibResult::route);
  }

  /**
   * Returns the table that answered; {@link TableId#UNSPEC} if none was asked. As long as no rule
   * was ever added, main answers for local too.
   */
  public TableId table() {
    return found
        .filter(result -> result.route().isPresent())
        .map(RouteDecision::tableOf)
        .orElse(TableId.UNSPEC);
  }

  private static TableId tableOf(FibResult result) {
    boolean merged = result.rule().isEmpty() && result.table().equals(TableId.LOCAL);
    return merged ? TableId.MAIN : result.table();
  }
}
