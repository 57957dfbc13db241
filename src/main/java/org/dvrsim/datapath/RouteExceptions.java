package org.dvrsim.datapath;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.base.SimClock;
import org.dvrsim.base.SimTime;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * What ICMP said of the ways to destinations: path MTUs and better routers. It holds for as long as
 * the route is there by which the destination was reached.
 *
 * <p>Models: net/ipv4/route.c:update_or_create_fnhe(), find_exception();
 * net/ipv6/route.c:rt6_insert_exception()
 */
final class RouteExceptions {
  /** net.ipv4.route.mtu_expires and net.ipv6.route.mtu_expires, by default. */
  private static final int MTU_SECONDS = 600;

  /** net.ipv4.route.gc_timeout, by default. */
  private static final int REDIRECT_SECONDS = 300;

  private record Entry(Route route, RouteException exception) {}

  private final SimClock clock;
  private final Map<IpAddress, Entry> entries = new HashMap<>();

  RouteExceptions(SimClock clock) {
    this.clock = clock;
  }

  /** Returns what is known of the way to {@code destination} by {@code route}, null if nothing. */
  RouteException find(Route route, IpAddress destination) {
    if (entries.isEmpty()) {
      return null;
    }
    Entry entry = entries.get(destination);
    if (entry == null || !isSame(entry.route, route)) {
      return null;
    }
    if (entry.exception.expires().compareTo(clock.now()) <= 0) {
      entries.remove(destination);
      return null;
    }
    return entry.exception;
  }

  /**
   * An IPv4 route that was deleted and made anew is another one; IPv6 routes are told apart less.
   */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Route one, Route two) {
    return one == two || (one.family() == IpFamily.V6 && one.equals(two));
  }

  void putMtu(Route route, IpAddress destination, int mtu, boolean locked) {
    RouteException old = find(route, destination);
    Optional<IpAddress> gateway = old == null ? Optional.empty() : old.gateway();
    put(route, destination, new RouteException(mtu, locked, gateway, after(MTU_SECONDS)));
  }

  void putGateway(Route route, IpAddress destination, IpAddress gateway) {
    RouteException old = find(route, destination);
    int mtu = old == null ? 0 : old.mtu();
    boolean locked = old != null && old.locked();
    Optional<IpAddress> by = Optional.of(gateway);
    put(route, destination, new RouteException(mtu, locked, by, after(REDIRECT_SECONDS)));
  }

  private SimTime after(int seconds) {
    return clock.now().plusSeconds(seconds);
  }

  private void put(Route route, IpAddress destination, RouteException exception) {
    entries.put(destination, new Entry(route, exception));
  }
}
