package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;

/**
 * What a route lookup found.
 *
 * @param error why there is no route, empty if there is one
 * @param route the route, where one was found (also one that refuses)
 * @param hopIndex which of the route's hops was taken
 * @param rule the rule that led there; empty when no rule database was consulted
 */
public record FibResult(
    Optional<Errno> error, Optional<Route> route, int hopIndex, Optional<IpRule> rule) {
  static final FibResult UNREACHABLE = failed(Errno.ENETUNREACH);

  static FibResult failed(Errno errno) {
    return new FibResult(Optional.of(errno), Optional.empty(), 0, Optional.empty());
  }

  static FibResult failed(Errno errno, Route route) {
    return new FibResult(Optional.of(errno), Optional.of(route), 0, Optional.empty());
  }

  static FibResult found(Route route, int hopIndex) {
    return new FibResult(Optional.empty(), Optional.of(route), hopIndex, Optional.empty());
  }

  FibResult by(IpRule newRule) {
    return new FibResult(error, route, hopIndex, Optional.of(newRule));
  }

  /** Tells whether a route was found that does not refuse. */
  public boolean isFound() {
    return error.isEmpty();
  }

  /**
   * Tells whether a route was found that discards packets without a word to who sends them: one of
   * IPv6 over the loopback device, which would never end.
   *
   * <p>Models: net/ipv6/route.c:fib6_is_reject()
   */
  public boolean isDiscard() {
    if (!isFound()) {
      return false;
    }
    Route found = route.orElseThrow();
    return found.family() == IpFamily.V6
        && found.type() != RouteType.LOCAL
        && !found.destination().address().isLoopback()
        && hop().device().filter(Link::isLoopback).isPresent();
  }

  /** Returns the hop taken; only if {@link #isFound}. */
  public NextHop hop() {
    return route.orElseThrow().hops().get(hopIndex);
  }

  /** Returns what the route does; only if there is one. */
  public RouteType type() {
    return route.orElseThrow().type();
  }

  /** Returns the table of the route; only if there is one. */
  public TableId table() {
    return route.orElseThrow().table();
  }
}
