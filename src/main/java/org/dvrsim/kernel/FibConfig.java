package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;

/**
 * An IPv4 route request with its defaults filled in and its devices looked up.
 *
 * <p>Models: include/net/ip_fib.h:struct fib_config; net/ipv4/fib_frontend.c:rtm_to_fib_config(),
 * fib_magic(); iproute2 ip/iproute.c:iproute_modify() for the scope of what leaves it out
 */
final class FibConfig {
  final IpPrefix prefix;
  final int table;
  RouteType type;
  int scope;
  int protocol;
  int tos;
  long metric;
  RouteMetrics metrics = RouteMetrics.NONE;
  IpAddress source;
  boolean multipath;

  /** Whether onlink is said of a multipath route as a whole, which means nothing but is shown. */
  boolean onLink;

  List<FibHop> hops = List.of();

  /** Gateway and device of a multipath route as a whole; null for others. */
  FibHop stated;

  /**
   * Whether a hop of a multipath route is said to go via 0.0.0.0: that makes a hop without gateway,
   * but no hop is found by it.
   */
  boolean viaNothing;

  private boolean delete;

  private FibConfig(IpPrefix prefix, int table) {
    this.prefix = prefix;
    this.table = table;
  }

  /** Returns the request to install {@code spec}. */
  static FibConfig toAdd(RouteSpec spec, Netns netns) {
    FibConfig config = of(spec, netns);
    config.type = spec.type().orElse(RouteType.UNICAST);
    config.protocol = spec.protocol().orElse(RouteProtocol.BOOT).value();
    config.scope = spec.scope().orElseGet(() -> defaultScope(spec)).value();
    return config;
  }

  private static RouteScope defaultScope(RouteSpec spec) {
    return switch (spec.type().orElse(RouteType.UNICAST)) {
      case LOCAL, NAT -> RouteScope.HOST;
      case BROADCAST, MULTICAST, ANYCAST -> RouteScope.LINK;
      case UNICAST ->
          spec.gateway().isEmpty() && spec.nextHops().isEmpty()
              ? RouteScope.LINK
              : RouteScope.GLOBAL;
      default -> RouteScope.GLOBAL;
    };
  }

  /** Returns the request to delete {@code spec}. */
  static FibConfig toDelete(RouteSpec spec, Netns netns) {
    FibConfig config = of(spec, netns);
    config.delete = true;
    config.type = spec.type().orElse(null);
    config.protocol = spec.protocol().orElse(RouteProtocol.UNSPEC).value();
    config.scope = spec.scope().orElse(RouteScope.NOWHERE).value();
    return config;
  }

  private static FibConfig of(RouteSpec spec, Netns netns) {
    int table = spec.table().bits();
    FibConfig config = new FibConfig(spec.destination(), table == 0 ? Fib4.MAIN : table);
    config.tos = spec.tos();
    if ((spec.tos() & 3) != 0) {
      throw config.invalid("Invalid dsfield (tos): ECN bits must be 0");
    }
    config.metric = spec.metric().orElse(0L);
    config.metrics = spec.metrics();
    config.source = spec.source().filter(a -> !a.isUnspecified()).orElse(null);
    config.multipath = !spec.nextHops().isEmpty();
    config.onLink = config.multipath && spec.onLink();
    if (config.multipath) {
      config.stated = hop(netns, via(spec), spec.device().orElse(null), 1, false);
      List<FibHop> hops = new ArrayList<>(spec.nextHops().size());
      for (RouteSpec.HopSpec hop : spec.nextHops()) {
        config.viaNothing |= hop.gateway().filter(IpAddress::isUnspecified).isPresent();
        hops.add(
            hop(
                netns,
                hop.gateway().orElse(null),
                hop.device().orElse(null),
                hop.weight(),
                hop.onLink()));
      }
      config.hops = List.copyOf(hops);
    } else {
      config.hops = List.of(hop(netns, via(spec), spec.device().orElse(null), 1, spec.onLink()));
    }
    return config;
  }

  private static IpAddress via(RouteSpec spec) {
    return spec.gateway().orElse(null);
  }

  /** Tells whether gateway and device said of a multipath route as a whole are its first hop's. */
  void checkStated() {
    if (stated == null) {
      return;
    }
    if (stated.device != null && stated.device != hop().device) {
      throw invalid("Nexthop device index does not match RTA_OIF");
    }
    if (stated.gateway != null && !stated.gateway.equals(hop().gateway)) {
      throw invalid("Nexthop gateway does not match RTA_GATEWAY or RTA_VIA");
    }
  }

  private static FibHop hop(
      Netns netns, IpAddress gateway, IfName device, int weight, boolean onLink) {
    FibHop hop = new FibHop();
    hop.gateway = gateway == null || gateway.isUnspecified() ? null : gateway;
    hop.device = device == null ? null : netns.linkOrRefuse(device);
    hop.weight = weight;
    hop.onLink = onLink;
    return hop;
  }

  /** Returns the request of the kernel itself for an address. */
  static FibConfig own(
      RouteType type, IpPrefix prefix, Link device, IpAddress source, long metric) {
    FibConfig config = new FibConfig(prefix, tableOfOwn(type));
    config.type = type;
    config.protocol = RouteProtocol.KERNEL.value();
    config.scope = scopeOfOwn(type).value();
    config.metric = metric;
    config.source = source;
    FibHop hop = new FibHop();
    hop.device = device;
    config.hops = List.of(hop);
    return config;
  }

  /** Returns the table in which the kernel keeps its own routes of a type. */
  static int tableOfOwn(RouteType type) {
    return type == RouteType.UNICAST ? Fib4.MAIN : Fib4.LOCAL;
  }

  /** Returns the scope of the kernel's own routes of a type. */
  static RouteScope scopeOfOwn(RouteType type) {
    return type == RouteType.LOCAL ? RouteScope.HOST : RouteScope.LINK;
  }

  FibHop hop() {
    return hops.get(0);
  }

  IpFamily family() {
    return prefix.family();
  }

  private String subject() {
    return (delete ? "route del " : "route add ") + prefix;
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
