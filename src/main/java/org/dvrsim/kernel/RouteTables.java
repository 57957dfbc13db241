package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;

/** The route tables of a namespace, of both families, as they are listed and flushed. */
final class RouteTables {
  private final Fib4 fib4;
  private final Fib6 fib6;

  RouteTables(Fib4 fib4, Fib6 fib6) {
    this.fib4 = fib4;
    this.fib6 = fib6;
  }

  /** Tells whether a route table exists, as it does from the first route or IPv6 rule on. */
  boolean has(IpFamily family, TableId table) {
    return find(family, table) != null;
  }

  /** Returns a table, null if it was never made. */
  private RouteTable find(IpFamily family, TableId table) {
    return family == IpFamily.V4 ? fib4.find(table.bits()) : fib6.find(table.bits());
  }

  /** Returns the routes of a table in the kernel's order of dump; none if there is no table. */
  List<Route> routes(IpFamily family, TableId table) {
    RouteTable found = find(family, table);
    return found == null ? List.of() : found.routes();
  }

  /**
   * Returns the routes of a table that have {@code device} as their only hop, in the kernel's order
   * of dump.
   */
  List<Route> routes(IpFamily family, TableId table, Link device) {
    if (family == IpFamily.V4) {
      return fib4.routesOver(device, table.bits());
    }
    List<Route> list = new ArrayList<>();
    for (Route route : routes(family, table)) {
      if (!route.isMultipath() && route.hop().device().orElse(null) == device) {
        list.add(route);
      }
    }
    return list;
  }

  /** Returns the routes of all tables in the kernel's order of dump. */
  List<Route> routes(IpFamily family) {
    List<Route> all = new ArrayList<>();
    for (RouteTable table : tables(family)) {
      all.addAll(table.routes());
    }
    return all;
  }

  /** Returns the routes of each table that has any, in the kernel's order of dump. */
  List<List<Route>> routesByTable(IpFamily family) {
    List<List<Route>> all = new ArrayList<>();
    for (RouteTable table : tables(family)) {
      if (!table.isEmpty()) {
        all.add(table.routes());
      }
    }
    return all;
  }

  private List<? extends RouteTable> tables(IpFamily family) {
    return family == IpFamily.V4 ? fib4.tablesInOrder() : fib6.tablesInOrder();
  }

  /**
   * Returns the routes that {@code ip route flush} deletes.
   *
   * @param table empty: every table
   * @param device null: every device
   * @param destination empty: every destination
   */
  List<Route> flushed(
      IpFamily family, Optional<TableId> table, Link device, Optional<IpPrefix> destination) {
    List<Route> flushed = new ArrayList<>();
    for (Route route : table.map(t -> routes(family, t)).orElseGet(() -> routes(family))) {
      if (isFlushed(family, table, route)
          && (device == null || uses(route, device))
          && (destination.isEmpty() || destination.get().equals(route.destination()))) {
        flushed.add(route);
      }
    }
    return flushed;
  }

  /**
   * Tells whether iproute2 takes a route to be in a table: an IPv6 route of type local in main is
   * not (ip/iproute.c:filter_nlmsg()).
   */
  private static boolean isFlushed(IpFamily family, Optional<TableId> table, Route route) {
    return family == IpFamily.V4
        || route.type() != RouteType.LOCAL
        || !table.equals(Optional.of(TableId.MAIN));
  }

  /** Makes the first IPv4 table that is not there yet, and returns its number. */
  TableId makeEmpty4() {
    int id = 1;
    while (fib4.find(id) != null) {
      id++;
    }
    fib4.table(id);
    return new TableId(id);
  }

  /** Makes an IPv6 table, if it is not there yet. */
  void make6(TableId id) {
    fib6.table(id.bits());
  }

  /**
   * Models: net/ipv4/fib_semantics.c:fib_info_nh_uses_dev(), net/ipv6/route.c:fib6_info_uses_dev()
   */
  private static boolean uses(Route route, Link device) {
    for (NextHop hop : route.hops()) {
      if (hop.device().orElse(null) == device) {
        return true;
      }
    }
    return false;
  }
}
