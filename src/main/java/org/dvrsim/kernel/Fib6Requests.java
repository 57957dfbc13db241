package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;

/**
 * Checks, installs and deletes IPv6 routes as asked.
 *
 * <p>Models: net/ipv6/route.c:ip6_route_add(), ip6_route_multipath_add(), fib6_nh_init(),
 * ip6_validate_gw(), ip6_route_check_nh(), ip6_route_del(); net/ipv6/ip6_fib.c:fib6_add()
 */
final class Fib6Requests {
  private final Netns netns;
  private final Fib6 fib;

  Fib6Requests(Netns netns, Fib6 fib) {
    this.netns = netns;
    this.fib = fib;
  }

  /** Installs a route for a user. */
  void add(RequestMode mode, RouteSpec spec) {
    Fib6Config config = Fib6Config.toAdd(spec);
    if (!config.multipath) {
      insertAll(config, List.of(create(config, config.hops.get(0))), mode);
      return;
    }
    List<Fib6Route> routes = new ArrayList<>();
    if (config.hops.stream().anyMatch(h -> h.gateway().isEmpty())) {
      throw config.invalid("Device only routes can not be added for IPv6 using the multipath API.");
    }
    for (RouteSpec.HopSpec hop : config.hops) {
      Fib6Route route = create(config, hop);
      if (routes.stream().anyMatch(other -> isSameHop(other, route))) {
        throw config.refused(Errno.EEXIST);
      }
      routes.add(route);
    }
    insertAll(config, routes, mode);
  }

  /** Inserts the hops of a route one by one; if one is refused those before it go again. */
  private void insertAll(Fib6Config config, List<Fib6Route> routes, RequestMode mode) {
    for (int i = 0; i < routes.size(); i++) {
      try {
        insert(config, routes.get(i), i == 0 ? mode : RequestMode.APPEND);
      } catch (ErrnoException e) {
        routes.subList(0, i).forEach(fib::remove);
        if (i > 0 && mode.replaces()) {
          throw config.refused(
              e.errno(), "multipath route replace failed (check consistency of installed routes)");
        }
        throw e;
      }
    }
    Fib6Route first = routes.get(0);
    boolean whole = config.multipath && mode.appends();
    netns.rtnetlink().route(whole ? first.table.siblings(first).get(0) : first);
  }

  /** Installs a route of the kernel itself, if it can be. */
  void addOwn(Fib6Config config) {
    if (isThere(config)) {
      return; // EEXIST, as for the route to all groups
    }
    try {
      Fib6Route route = create(config, config.hops.get(0), config.device);
      insert(config, route, RequestMode.APPEND);
      netns.rtnetlink().route(route);
    } catch (ErrnoException e) {
      // Nobody asked, nobody is told.
      return;
    }
  }

  /** Tells whether there is just such a route as the kernel itself asks for, and both stay. */
  private boolean isThere(Fib6Config config) {
    List<Fib6Route> routes = fib.table(config.table).trie.get(config.prefix);
    if (routes == null || config.expires != null) {
      return false;
    }
    for (int i = 0; i < routes.size(); i++) {
      Fib6Route other = routes.get(i);
      if (other.metric == config.metric
          && other.device == config.device
          && other.gateway == null
          && other.expires == null) {
        return true;
      }
    }
    return false;
  }

  /** Deletes a route for a user. */
  void delete(RouteSpec spec) {
    Fib6Config config = Fib6Config.toDelete(spec);
    if (!config.multipath) {
      delete(config, config.hops.get(0));
      return;
    }
    ErrnoException last = null;
    for (RouteSpec.HopSpec hop : config.hops) {
      try {
        delete(config, hop);
      } catch (ErrnoException e) {
        last = e;
      }
    }
    if (last != null) {
      throw last;
    }
  }

  private void delete(Fib6Config config, RouteSpec.HopSpec hop) {
    Fib6Table table = fib.find(config.table);
    if (table == null) {
      throw config.refused(Errno.ESRCH, "FIB table does not exist");
    }
    Link device = hop.device().map(netns.linkTable()::findOrRefuse).orElse(null);
    List<Fib6Route> routes = table.trie.get(config.prefix);
    if (routes != null) {
      for (Fib6Route route : routes) {
        if ((device == null || route.device == device)
            && (hop.gateway().isEmpty() || isGateway(hop.gateway().get(), route))
            && (config.metric == 0 || config.metric == route.metric)
            && (config.protocol == 0 || config.protocol == route.protocol)) {
          if (hop.gateway().isPresent()) {
            fib.delete(route);
          } else {
            netns.rtnetlink().routeGoes(route);
            new ArrayList<>(table.siblings(route)).forEach(fib::remove);
          }
          return;
        }
      }
    }
    boolean nullEntry = isNullEntry(config, hop, device);
    throw config.refused(nullEntry ? Errno.ENOENT : Errno.ESRCH);
  }

  /** The address of nobody stands for having no gateway. */
  private static boolean isGateway(IpAddress wanted, Fib6Route route) {
    return route.gateway == null ? wanted.isUnspecified() : wanted.equals(route.gateway);
  }

  /**
   * Tells whether a request means the entry that stands for having no default route, which every
   * table holds while it has none (fib6_null_entry).
   */
  private boolean isNullEntry(Fib6Config config, RouteSpec.HopSpec hop, Link device) {
    return config.prefix.isDefault()
        && fib.find(config.table).trie.get(config.prefix) == null
        && hop.gateway().map(IpAddress::isUnspecified).orElse(true)
        && (device == null || device.equals(netns.loopback()))
        && (config.metric == 0 || config.metric == 0xffffffffL)
        && (config.protocol == 0 || config.protocol == RouteProtocol.KERNEL.value());
  }

  /** Puts a checked route among those of its prefix. */
  private void insert(Fib6Config config, Fib6Route route, RequestMode mode) {
    Fib6Table table = route.table;
    List<Fib6Route> routes = table.trie.get(route.prefix);
    if (routes == null) {
      boolean missing = mode.replaces() && !mode.creates();
      if (missing && config.prefix.isDefault()) {
        throw config.refused(Errno.ENOENT); // the root is always there
      } else if (missing) {
        throw config.refused(Errno.ENOENT, "Can not replace route - no match found");
      }
      routes = List.of();
    }
    int index = 0;
    int fallback = -1;
    int found = -1;
    for (; index < routes.size(); index++) {
      Fib6Route other = routes.get(index);
      if (other.metric > route.metric) {
        break;
      }
      if (other.metric < route.metric) {
        continue;
      }
      if (mode.isExclusive()) {
        throw config.refused(Errno.EEXIST);
      }
      if (mode.replaces()) {
        if (other.canBeSibling() == route.canBeSibling()) {
          found = index;
          break;
        }
        fallback = fallback < 0 ? index : fallback;
      } else if (isSameHop(other, route)) {
        if (route.expires != null || other.expires != null) {
          fib.limit(other, route.expires); // fib6_add_rt2node(): the latest word counts
        }
        throw config.refused(Errno.EEXIST);
      }
    }
    if (mode.replaces()) {
      replace(config, route, mode, found >= 0 ? found : fallback, index);
    } else {
      put(route, index);
    }
  }

  private static boolean isSameHop(Fib6Route a, Fib6Route b) {
    return a.device == b.device
        && (a.gateway == null ? b.gateway == null : a.gateway.equals(b.gateway));
  }

  private void put(Fib6Route route, int index) {
    fib.insert(route, index);
    netns.changes().routeChanged(null, netns.changes().isWatched() ? route.route() : null);
  }

  private void replace(
      Fib6Config config, Fib6Route route, RequestMode mode, int victim, int index) {
    if (victim < 0) {
      if (!mode.creates()) {
        throw config.refused(Errno.ENOENT);
      }
      put(route, index);
      return;
    }
    Fib6Route old = route.table.trie.get(route.prefix).get(victim);
    List<Fib6Route> siblings = new ArrayList<>(route.table.siblings(old));
    fib.insert(route, victim);
    for (Fib6Route sibling : siblings) {
      fib.remove(sibling);
    }
    netns.changes().routeChanged(null, route.route());
  }

  // Checks.

  private Fib6Route create(Fib6Config config, RouteSpec.HopSpec hop) {
    fib.table(config.table); // there is one from now on, even if the request is refused
    Link device =
        hop.device().isEmpty() ? null : netns.linkTable().findOrRefuse(hop.device().get());
    return create(config, hop, device);
  }

  private Fib6Route create(Fib6Config config, RouteSpec.HopSpec hop, Link asked) {
    Fib6Table table = fib.table(config.table);
    Link device = asked;
    if (device != null && !device.hasIpv6()) {
      throw config.refused(Errno.ENODEV);
    }
    if (hop.onLink()) {
      if (device == null) {
        throw config.refused(Errno.ENODEV, "Nexthop device required for onlink");
      }
      if (!device.isUp()) {
        throw config.refused(Errno.ENETDOWN, "Nexthop device is not up");
      }
    }
    if (config.isReject()) {
      device = netns.loopback();
    } else {
      device = check(config, hop, device);
    }
    if (config.source != null && !isOnHost(config.source, device)) {
      throw config.invalid("Invalid source address");
    }
    Fib6Route route = new Fib6Route(config, table, hop, device);
    route.linkDown = !route.reject && !route.isLocal() && !device.hasCarrier();
    return route;
  }

  /** Models: net/ipv6/addrconf.c:ipv6_chk_addr() */
  private boolean isOnHost(IpAddress address, Link device) {
    boolean ofDevice = address.isLinkLocal() || address.isLoopback();
    return netns.ipv6Addresses().has(address, ofDevice ? device : null);
  }

  private Link check(Fib6Config config, RouteSpec.HopSpec hop, Link asked) {
    Link device = asked;
    if (hop.gateway().isPresent()) {
      device = checkGateway(config, hop, asked);
    }
    if (device == null) {
      throw config.refused(Errno.ENODEV);
    }
    if (!device.hasIpv6() || Ipv6.isDisabled(device)) {
      throw config.refused(Errno.EACCES, "IPv6 is disabled on nexthop device");
    }
    if (!device.isUp() && !config.ignoreDown) {
      throw config.refused(Errno.ENETDOWN, "Nexthop device is not up");
    }
    return device;
  }

  private Link checkGateway(Fib6Config config, RouteSpec.HopSpec hop, Link asked) {
    IpAddress gateway = hop.gateway().orElseThrow();
    Link device = asked;
    if (asked != null && isOwn(gateway, asked)) {
      throw config.invalid("Gateway can not be a local address");
    }
    if (!gateway.isLinkLocal()) {
      if (gateway.isMulticast() || gateway.isUnspecified()) {
        throw config.invalid("Invalid gateway address");
      }
      if (hop.onLink()) {
        checkOnLink(config, gateway, asked);
      } else {
        device = resolve(config, gateway, asked);
      }
    }
    if (device == null) {
      throw config.invalid("Egress device not specified");
    }
    if (device.isLoopback()) {
      throw config.invalid("Egress device can not be loopback device for this route");
    }
    if (asked == null && isOwn(gateway, device)) {
      throw config.invalid("Gateway can not be a local address");
    }
    return device;
  }

  /**
   * Returns the device by which an IPv4 route's IPv6 gateway is reached.
   *
   * <p>Models: net/ipv4/fib_semantics.c:fib_check_nh_v6_gw()
   */
  Link egress(FibConfig asker, FibHop hop) {
    RouteSpec.Builder spec =
        RouteSpec.to(IpPrefix.DEFAULT_V6, new TableId(asker.table))
            .via(hop.gateway)
            .dev(Optional.ofNullable(hop.device).map(Link::name));
    if (hop.onLink) {
      spec.onLink();
    }
    Fib6Config config = Fib6Config.toAdd(spec.build());
    return create(config, config.hops.get(0)).device;
  }

  private boolean isOwn(IpAddress gateway, Link device) {
    return netns.ipv6Addresses().has(gateway, gateway.isLinkLocal() ? device : null);
  }

  private void checkOnLink(Fib6Config config, IpAddress gateway, Link device) {
    FibResult result = fib.lookup(fib.table(Fib4.MAIN), flow(gateway, device), true, false);
    if (result != null
        && result.isFound()
        && !result.route().orElseThrow().destination().isDefault()
        && (result.type() != RouteType.UNICAST || result.hop().device().orElse(null) != device)) {
      throw config.invalid("Nexthop has invalid gateway or device mismatch");
    }
  }

  private static Flow flow(IpAddress gateway, Link device) {
    return Flow.to(gateway).withOif(device == null ? 0 : device.ifindex());
  }

  private Link resolve(Fib6Config config, IpAddress gateway, Link asked) {
    FibResult result = fib.lookup(fib.table(config.table), flow(gateway, asked), true);
    if (!leads(result) || (asked != null && result.hop().device().orElse(null) != asked)) {
      result = netns.lookups().lookupGateway6(flow(gateway, asked));
      if (!leads(result)) {
        throw config.refused(Errno.EHOSTUNREACH);
      }
    }
    Link device = result.hop().device().orElse(null);
    if (asked != null && asked != device) {
      throw config.refused(Errno.EHOSTUNREACH);
    }
    return device;
  }

  private static boolean leads(FibResult result) {
    return result != null
        && result.isFound()
        && !result.isDiscard()
        && result.hop().gateway().isEmpty();
  }
}
