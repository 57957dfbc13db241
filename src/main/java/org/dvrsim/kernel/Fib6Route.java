package org.dvrsim.kernel;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.SimTime;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/**
 * An IPv6 route with one hop; several with equal prefix and metric whose hops have gateways make up
 * a multipath route.
 *
 * <p>Models: include/net/ip6_fib.h:struct fib6_info
 */
final class Fib6Route {
  final Fib6Table table;
  final IpPrefix prefix;
  final RouteType type;
  final long metric;
  final int protocol;
  final RouteMetrics metrics;
  final RoutePreference preference;
  final Link device;
  final IpAddress gateway;
  final int weight;
  final boolean onLink;
  private final boolean local;

  /** RTF_REJECT: refuses. */
  final boolean reject;

  IpAddress source;

  /** Until when it lasts; null: for ever. */
  SimTime expires;

  boolean dead;
  boolean linkDown;

  /** Whether it is in its table, and the routes over its device next to it. */
  boolean isIn;

  Fib6Route earlier;
  Fib6Route later;

  /** How it was shown last without siblings; null if that was never or it {@link #changed}. */
  private Route alone;

  Fib6Route(Fib6Config config, Fib6Table table, RouteSpec.HopSpec hop, Link device) {
    this.table = table;
    this.prefix = config.prefix;
    this.metric = config.metric;
    this.protocol = config.protocol;
    this.metrics = config.metrics.kept();
    boolean discards = device.isLoopback() && !config.isLocal() && !prefix.address().isLoopback();
    this.preference = config.isReject() || discards ? RoutePreference.MEDIUM : config.preference;
    this.source = config.source;
    this.expires = config.expires;
    this.reject = config.isReject();
    this.type = config.type;
    this.device = device;
    this.gateway = reject ? null : hop.gateway().orElse(null);
    this.weight = hop.weight();
    this.onLink = hop.onLink();
    this.local = config.isLocal();
  }

  /** Tells whether this may be one of several hops (rt6_qualify_for_ecmp()). */
  boolean canBeSibling() {
    return gateway != null;
  }

  /** Tells whether this leads here and so does not depend on a carrier (RTF_LOCAL, RTF_ANYCAST). */
  boolean isLocal() {
    return local;
  }

  NextHop hop() {
    boolean ignored = linkDown && Fib6.ignoresLinkDown(device);
    return new NextHop(
        Optional.of(device),
        Optional.ofNullable(gateway),
        false,
        weight,
        onLink,
        dead || ignored,
        linkDown);
  }

  /** Returns the route as a dump shows it, its own hop being the only one. */
  Route alone() {
    if (alone == null) {
      alone = route(isPlain() ? device.asHops : List.of(hop()));
    }
    return alone;
  }

  /** Tells whether its hop is its device alone, which is of use; see {@link Link#asHops}. */
  private boolean isPlain() {
    return gateway == null && weight == 1 && !onLink && !dead && !linkDown;
  }

  /** Is to be called when anything of it changed while it is in its table. */
  void changed() {
    alone = null;
    table.changed();
  }

  /** Returns the route as a dump shows it, with {@code hops} as its hops. */
  Route route(List<NextHop> hops) {
    return new Route(
        type,
        prefix,
        table.number,
        0,
        metric,
        RouteScope.GLOBAL,
        RouteProtocol.of(protocol),
        Optional.ofNullable(source),
        metrics,
        preference,
        false,
        false,
        hops,
        Optional.ofNullable(expires));
  }

  /** Returns the route as a dump shows it. */
  Route route() {
    return table.shown(this);
  }
}
