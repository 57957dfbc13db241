package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dvrsim.base.SimTime;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/**
 * The IPv6 route tables of a namespace.
 *
 * <p>Models: net/ipv6/ip6_fib.c:fib6_add_rt2node(), net/ipv6/route.c:fib6_table_lookup(),
 * rt6_select(), rt6_sync_up(), rt6_sync_down_dev(), fib6_ifdown()
 */
final class Fib6 {
  private static final int IGNORES_LINK_DOWN =
      SysctlSchema.LINUX.conf6.index("ignore_routes_with_linkdown");

  private final Netns netns;
  private final TableHash<Fib6Table> tables = new TableHash<>(Fib6Table::new);

  Fib6(Netns netns) {
    this.netns = netns;
    table(Fib4.MAIN);
    table(Fib4.LOCAL);
  }

  /** Returns the table {@code id}, null if it was never made. */
  Fib6Table find(int id) {
    return tables.find(id);
  }

  /** Returns the table {@code id}, making it if it is missing. */
  Fib6Table table(int id) {
    return tables.findOrMake(id);
  }

  /** Returns the tables in the kernel's order. */
  List<Fib6Table> tablesInOrder() {
    return tables.inOrder();
  }

  /** Tells whether routes over a device without a carrier are passed over. */
  static boolean ignoresLinkDown(Link link) {
    return link.ipv6 != null && link.ipv6.conf.isOn(IGNORES_LINK_DOWN);
  }

  void insert(Fib6Route route, int index) {
    route.table.insert(route, index);
    route.device.routes6.add(route);
    if (route.expires != null) {
      netns.timers().watch(route);
    }
  }

  /** Has a route last until {@code end}, for ever if that is null. */
  void limit(Fib6Route route, SimTime end) {
    route.expires = end;
    route.changed();
    if (end != null) {
      netns.timers().watch(route);
    }
  }

  /** Has the first route over a device to a prefix, without a gateway, last until {@code end}. */
  void limit(int table, IpPrefix prefix, Link device, SimTime end) {
    List<Fib6Route> routes = table(table).trie.get(prefix);
    for (Fib6Route route : routes == null ? List.<Fib6Route>of() : routes) {
      if (route.device == device && route.gateway == null) {
        limit(route, end);
        return;
      }
    }
  }

  void remove(Fib6Route route) {
    boolean watched = netns.changes().isWatched();
    Route shown = watched ? route.route() : null;
    Fib6Route sibling = watched && route.canBeSibling() ? siblingOf(route) : null;
    route.table.remove(route);
    route.device.routes6.remove(route);
    Route rest = sibling == null ? null : sibling.route();
    route.expires = null; // as it is not told of any more
    netns.changes().routeChanged(shown, rest);
  }

  /** Returns another route of the multipath route that {@code route} belongs to, null if none. */
  private static Fib6Route siblingOf(Fib6Route route) {
    for (Fib6Route sibling : route.table.siblings(route)) {
      if (sibling != route) {
        return sibling;
      }
    }
    return null;
  }

  /** Removes a route, or one hop of a multipath route, and says so. */
  void delete(Fib6Route route) {
    remove(route);
    netns.rtnetlink().routeGone(route);
  }

  /** Looks a flow up in one table; null if nothing fits. */
  FibResult lookup(Fib6Table table, Flow flow, boolean ignoreLinkState) {
    return lookup(table, flow, ignoreLinkState, true);
  }

  /**
   * Looks a flow up in one table; null if nothing fits.
   *
   * @param strict RT6_LOOKUP_F_IFACE: whether a route over another device is out, not just worse
   */
  FibResult lookup(Fib6Table table, Flow flow, boolean ignoreLinkState, boolean strict) {
    for (PrefixTrie.Node<List<Fib6Route>> node = table.trie.longest(flow.destination());
        node != null;
        node = node.shorter()) {
      FibResult result = select(node.value, flow, ignoreLinkState, strict);
      if (result != null) {
        return result;
      }
    }
    return null;
  }

  private FibResult select(
      List<Fib6Route> routes, Flow flow, boolean ignoreLinkState, boolean strict) {
    Fib6Route best = null;
    for (Fib6Route route : routes) {
      if (best != null && route.metric > best.metric) {
        break;
      }
      if (isGood(route, ignoreLinkState)) {
        boolean fits = flow.oif() == 0 || route.device.ifindex() == flow.oif();
        if ((fits || !strict) && (best == null || score(route, flow) > score(best, flow))) {
          best = route;
        }
      }
    }
    return best == null ? null : result(best);
  }

  /** Models: net/ipv6/route.c:rt6_score_route() */
  private static int score(Fib6Route route, Flow flow) {
    boolean fits = flow.oif() == 0 || route.device.ifindex() == flow.oif();
    return route.preference.weight() * 4 + (fits ? 2 : 0);
  }

  private static FibResult result(Fib6Route route) {
    Route shown = route.route();
    if (route.reject) {
      return FibResult.failed(Fib4.errorOf(route.type), shown);
    }
    return FibResult.found(shown, Math.max(0, shown.hops().indexOf(route.hop())));
  }

  private boolean isGood(Fib6Route route, boolean ignoreLinkState) {
    return !route.dead && (!route.linkDown || ignoreLinkState || !ignoresLinkDown(route.device));
  }

  // Devices and addresses that change.

  /** Removes the routes over a device that goes down or away. */
  void deviceDown(Link device, boolean unregister) {
    for (Fib6Route route : netns.rtnetlink().isHeard() ? inOrderOfWalk(device) : of(device)) {
      if (!route.isIn) {
        continue;
      }
      if (unregister || !route.canBeSibling()) {
        delete(route);
        continue;
      }
      List<Fib6Route> siblings = route.table.siblings(route);
      if (siblings.size() == 1) {
        delete(route);
      } else if (siblings.stream().allMatch(s -> s.dead || s.device == device)) {
        siblings.forEach(this::delete);
      } else {
        route.dead = true;
        route.linkDown = true;
        route.changed();
      }
    }
  }

  /** Returns the routes over a device as fib6_clean_all() comes by them. */
  private List<Fib6Route> inOrderOfWalk(Link device) {
    List<Fib6Route> routes = new ArrayList<>();
    for (Fib6Table table : tablesInOrder()) {
      for (List<Fib6Route> at : table.trie.inPostOrder()) {
        for (Fib6Route route : at) {
          if (route.device == device) {
            routes.add(route);
          }
        }
      }
    }
    return routes;
  }

  /** Forgets how hops were shown: a setting of their devices changed. */
  void showAnew() {
    for (Link link : netns.links()) {
      for (Fib6Route route = link.routes6.first(); route != null; route = route.later) {
        route.changed();
      }
    }
  }

  /** Marks the routes over a device that lost its carrier. */
  void carrierLost(Link device) {
    for (Fib6Route route = device.routes6.first(); route != null; route = route.later) {
      if (!route.isLocal()) {
        route.linkDown = true;
        route.changed();
      }
    }
  }

  /** Takes the marks off the routes over a device. */
  void deviceBack(Link device, boolean wasDead) {
    for (Fib6Route route = device.routes6.first(); route != null; route = route.later) {
      boolean dead = route.dead && !wasDead;
      boolean linkDown = route.linkDown && !device.hasCarrier();
      if (dead != route.dead || linkDown != route.linkDown) {
        route.dead = dead;
        route.linkDown = linkDown;
        route.changed();
      }
    }
  }

  /** Returns the routes over a device in the order they came. */
  List<Fib6Route> of(Link device) {
    return device.routes6.list();
  }

  /** Removes the first route over {@code device} to a prefix for which {@code wanted} holds. */
  void removeFirst(int table, IpPrefix prefix, Link device, Predicate<Fib6Route> wanted) {
    if (device.routes6.isEmpty()) {
      return;
    }
    List<Fib6Route> routes = table(table).trie.get(prefix);
    for (Fib6Route route : routes == null ? List.<Fib6Route>of() : routes) {
      if (route.device == device && wanted.test(route)) {
        delete(route);
        return;
      }
    }
  }

  /**
   * Takes the preferred source {@code gone} off the routes for which no device has it any more.
   *
   * <p>Models: net/ipv6/route.c:rt6_remove_prefsrc()
   */
  void sourceLost(IpAddress gone) {
    boolean ofDevice = gone.isLinkLocal() || gone.isLoopback();
    for (Link link : netns.links()) {
      for (Fib6Route route = link.routes6.first(); route != null; route = route.later) {
        if (gone.equals(route.source)
            && !netns.ipv6Addresses().has(gone, ofDevice ? route.device : null)) {
          route.source = null;
          route.changed();
        }
      }
    }
  }
}
