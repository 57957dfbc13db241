package org.dvrsim.kernel;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.base.SimTime;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/**
 * An IPv6 route request with its defaults filled in.
 *
 * <p>Models: include/net/ip6_fib.h:struct fib6_config; net/ipv6/route.c:rtm_to_fib6_config()
 */
final class Fib6Config {
  private static final long USER_METRIC = 1024;

  /** The hops of the kernel's own routes. */
  private static final List<RouteSpec.HopSpec> OF_A_DEVICE =
      List.of(new RouteSpec.HopSpec(Optional.empty(), Optional.empty(), 1, false));

  final IpPrefix prefix;
  final int table;
  RouteType type;
  int protocol;
  long metric;
  RouteMetrics metrics = RouteMetrics.NONE;
  RoutePreference preference = RoutePreference.MEDIUM;
  IpAddress source;
  List<RouteSpec.HopSpec> hops = OF_A_DEVICE;

  /** The device that the kernel itself asks for; null where somebody else asks, for names. */
  Link device;

  boolean multipath;

  /** Until when the route lasts; null: for ever. */
  SimTime expires;

  /** Whether a device that is down will do: for the kernel's own local routes. */
  boolean ignoreDown;

  private String verb = "route add ";

  private Fib6Config(IpPrefix prefix, int table) {
    this.prefix = prefix;
    this.table = table;
  }

  static Fib6Config toAdd(RouteSpec spec) {
    Fib6Config config = of(spec);
    config.type = spec.type().orElse(RouteType.UNICAST);
    config.protocol = spec.protocol().orElse(RouteProtocol.BOOT).value();
    config.metric = spec.metric().filter(m -> m != 0).orElse(USER_METRIC);
    return config;
  }

  static Fib6Config toDelete(RouteSpec spec) {
    Fib6Config config = of(spec);
    config.verb = "route del ";
    config.type = spec.type().orElse(null);
    config.protocol = spec.protocol().orElse(RouteProtocol.UNSPEC).value();
    config.metric = spec.metric().orElse(0L);
    return config;
  }

  private static Fib6Config of(RouteSpec spec) {
    int table = spec.table().bits();
    Fib6Config config = new Fib6Config(spec.destination(), table == 0 ? Fib4.MAIN : table);
    if (spec.tos() != 0) {
      throw config.invalid("Invalid dsfield (tos): option not available for IPv6");
    }
    boolean foreign = isV4(spec.gateway());
    for (RouteSpec.HopSpec hop : spec.nextHops()) {
      foreign |= isV4(hop.gateway());
    }
    if (foreign) {
      throw config.invalid("IPv6 does not support RTA_VIA attribute");
    }
    config.metrics = spec.metrics();
    config.preference = spec.preference();
    config.source = spec.source().filter(a -> !a.isUnspecified()).orElse(null);
    config.multipath = !spec.nextHops().isEmpty();
    config.hops =
        config.multipath
            ? spec.nextHops().stream().map(hop -> completed(hop, spec)).toList()
            : List.of(new RouteSpec.HopSpec(spec.gateway(), spec.device(), 1, spec.onLink()));
    return config;
  }

  private static boolean isV4(Optional<IpAddress> gateway) {
    return gateway.isPresent() && gateway.get().isV4();
  }

  /** What a hop leaves out is that of the route as a whole. */
  private static RouteSpec.HopSpec completed(RouteSpec.HopSpec hop, RouteSpec spec) {
    return new RouteSpec.HopSpec(
        hop.gateway().or(spec::gateway), hop.device().or(spec::device), hop.weight(), hop.onLink());
  }

  /** Returns the request of the kernel itself for a route over a device. */
  static Fib6Config own(RouteType type, IpPrefix prefix, int table, Link device, long metric) {
    Fib6Config config = new Fib6Config(prefix, table);
    config.type = type;
    config.protocol = RouteProtocol.KERNEL.value();
    config.metric = metric;
    config.device = device;
    return config;
  }

  boolean isLocal() {
    return type == RouteType.LOCAL || (type == RouteType.ANYCAST && ignoreDown);
  }

  /** Tells whether the route refuses (fib6_is_reject()). */
  boolean isReject() {
    return type.isRefusal();
  }

  private String subject() {
    return verb + prefix;
  }

  ErrnoException refused(Errno errno) {
    return ErrnoException.of(errno, this::subject);
  }

  ErrnoException invalid(String extack) {
    return refused(Errno.EINVAL, extack);
  }

  ErrnoException refused(Errno errno, String extack) {
    return ErrnoException.withExtack(errno, subject(), extack);
  }
}
