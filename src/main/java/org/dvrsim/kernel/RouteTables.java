package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;

/** The route tables of a namespace, of both families, as they are listed and flushed. */
final class RouteTables {
  private final Fib4 fib4;
  private final Fib6 fib6;
  private final WholeDump whole4;
  private final WholeDump whole6;

  RouteTables(Fib4 fib4, Fib6 fib6) {
    this.fib4 = fib4;
    this.fib6 = fib6;
    this.whole4 = new WholeDump(fib4.tablesInOrder());
    this.whole6 = new WholeDump(fib6.tablesInOrder());
  }

  /** Tells whether a route table exists, as it does from the first route or IPv6 rule on. */
  boolean has(IpFamily family, TableId table) {
    return family == IpFamily.V4
        ? fib4.find(table.bits()) != null
        : fib6.find(table.bits()) != null;
  }

  /** Returns the routes of a table in the kernel's order of dump; none if there is no table. */
  List<Route> routes(IpFamily family, TableId table) {
    if (family == IpFamily.V4) {
      FibTable found = fib4.find(table.bits());
      return found == null ? List.of() : found.routes();
    }
    Fib6Table found = fib6.find(table.bits());
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
      if (!route.isMultipath() && route.hop().device().filter(d -> d == device).isPresent()) {
        list.add(route);
      }
    }
    return list;
  }

  /** Returns the routes of all tables in the kernel's order of dump. */
  List<Route> routes(IpFamily family) {
    return (family == IpFamily.V4 ? whole4 : whole6).routes();
  }

  /** The routes of all tables of a family, put together again only where a table changed. */
  private static final class WholeDump {
    private final List<? extends RouteTable> tables;
    private final List<List<Route>> parts = new ArrayList<>();
    private List<Route> whole = List.of();

    WholeDump(List<? extends RouteTable> tables) {
      this.tables = tables;
    }

    List<Route> routes() {
      if (!isCurrent()) {
        List<Route> list = new ArrayList<>();
        parts.clear();
        for (RouteTable table : tables) {
          parts.add(table.routes());
          list.addAll(table.routes());
        }
        whole = Collections.unmodifiableList(list);
      }
      return whole;
    }

    @SuppressWarnings("ReferenceEquality") // a table shows the same list as long as it is the same
    private boolean isCurrent() {
      boolean current = parts.size() == tables.size();
      for (int i = 0; current && i < parts.size(); i++) {
        current = parts.get(i) == tables.get(i).routes();
      }
      return current;
    }
  }

  /** Returns the routes of each table that has any, in the kernel's order of dump. */
  List<List<Route>> routesByTable(IpFamily family) {
    List<List<Route>> all = new ArrayList<>();
    if (family == IpFamily.V4) {
      List<FibTable> tables = fib4.tablesInOrder();
      for (int i = 0; i < tables.size(); i++) {
        add(tables.get(i).routes(), all);
      }
    } else {
      List<Fib6Table> tables = fib6.tablesInOrder();
      for (int i = 0; i < tables.size(); i++) {
        add(tables.get(i).routes(), all);
      }
    }
    return all;
  }

  private static void add(List<Route> routes, List<List<Route>> all) {
    if (!routes.isEmpty()) {
      all.add(routes);
    }
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
