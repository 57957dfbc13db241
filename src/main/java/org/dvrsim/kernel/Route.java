package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.SimTime;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;

/**
 * A route in a table, as a dump shows it at the moment it was read.
 *
 * @param type what it does
 * @param tos the type of service it is for, 0 for all (IPv4)
 * @param metric its priority, 0 to 2^32 - 1
 * @param source the preferred source address
 * @param metrics what it says about the path
 * @param preference which of several routes of equal metric is taken (IPv6)
 * @param onLink for a multipath route: whether onlink was said of it as a whole
 * @param linkDown for a multipath route: whether all hops lost their carrier at once
 * @param hops one, several for a multipath route; never empty
 * @param expires when it vanishes by itself (IPv6)
 */
public record Route(
    RouteType type,
    IpPrefix destination,
    TableId table,
    int tos,
    long metric,
    RouteScope scope,
    RouteProtocol protocol,
    Optional<IpAddress> source,
    RouteMetrics metrics,
    RoutePreference preference,
    boolean onLink,
    boolean linkDown,
    List<NextHop> hops,
    Optional<SimTime> expires) {
  /** Copies the hops. */
  public Route {
    hops = List.copyOf(hops);
  }

  /** Returns the address family. */
  public IpFamily family() {
    return destination.family();
  }

  /** Returns the only or first hop. */
  public NextHop hop() {
    return hops.get(0);
  }

  /** Returns the first hop's device. */
  public Optional<Link> device() {
    return hop().device();
  }

  /** Returns the first hop's gateway. */
  public Optional<IpAddress> gateway() {
    return hop().gateway();
  }

  /** Returns the path MTU, 0 if none was set. */
  public int mtu() {
    return (int) metrics.get(RouteMetric.MTU);
  }

  /** Returns this route over devices that stay as they are. */
  Route frozen() {
    List<NextHop> frozen = new ArrayList<>(hops.size());
    for (NextHop hop : hops) {
      frozen.add(hop.frozen());
    }
    return new Route(
        type,
        destination,
        table,
        tos,
        metric,
        scope,
        protocol,
        source,
        metrics,
        preference,
        onLink,
        linkDown,
        frozen,
        expires);
  }

  /** Tells whether this has several hops. */
  public boolean isMultipath() {
    return hops.size() > 1;
  }
}
