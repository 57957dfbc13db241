package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.TableId;

/**
 * An IPv6 route table. The routes of one prefix are ordered by metric, then as they came.
 *
 * <p>Models: include/net/ip6_fib.h:struct fib6_table; net/ipv6/ip6_fib.c:fib6_add_rt2node()
 */
final class Fib6Table implements RouteTable {
  final int id;

  /** The same as routes show it. */
  final TableId number;

  final PrefixTrie<List<Fib6Route>> trie = new PrefixTrie<>();
  private List<Route> dump;

  Fib6Table(int id) {
    this.id = id;
    this.number = new TableId(id);
  }

  @Override
  public boolean isEmpty() {
    return trie.isEmpty();
  }

  void changed() {
    dump = null;
  }

  /**
   * Returns the routes in the kernel's order of dump, the hops of one multipath route together. A
   * route that came between those hops is not among them: fib6_dump_node() goes on after the last.
   */
  @Override
  public List<Route> routes() {
    if (dump == null) {
      List<Route> list = new ArrayList<>();
      List<List<Fib6Route>> byPrefix = trie.inPostOrder();
      for (int p = 0; p < byPrefix.size(); p++) {
        List<Fib6Route> routes = byPrefix.get(p);
        for (int i = 0; i < routes.size(); i++) {
          Fib6Route route = routes.get(i);
          if (!route.canBeSibling()) {
            list.add(route.alone());
            continue;
          }
          List<Fib6Route> siblings = siblings(route);
          list.add(shown(route, siblings));
          if (siblings.size() > 1) {
            i = routes.indexOf(siblings.get(siblings.size() - 1));
          }
        }
      }
      dump = List.copyOf(list);
    }
    return dump;
  }

  Route shown(Fib6Route route) {
    return route.canBeSibling() ? shown(route, siblings(route)) : route.alone();
  }

  private static Route shown(Fib6Route route, List<Fib6Route> siblings) {
    if (siblings.size() == 1) {
      return route.alone();
    }
    List<NextHop> hops = new ArrayList<>(siblings.size());
    for (Fib6Route sibling : siblings) {
      hops.add(sibling.hop());
    }
    return route.route(hops);
  }

  /**
   * Returns a route as a message about it shows it: its own hop first, then its siblings from the
   * one after it on, round to the one before it.
   *
   * <p>Models: net/ipv6/route.c:rt6_fill_node()
   */
  Route shownFrom(Fib6Route route) {
    List<Fib6Route> siblings = siblings(route);
    int own = siblings.indexOf(route);
    List<NextHop> hops = new ArrayList<>(siblings.size());
    for (int i = 0; i < siblings.size(); i++) {
      hops.add(siblings.get((own + i) % siblings.size()).hop());
    }
    return route.route(hops);
  }

  /** Returns the routes that make up one multipath route with {@code route}, itself included. */
  List<Fib6Route> siblings(Fib6Route route) {
    if (!route.canBeSibling()) {
      return List.of(route);
    }
    List<Fib6Route> at = trie.get(route.prefix);
    if (at == null || at.size() == 1) {
      return List.of(route);
    }
    List<Fib6Route> list = new ArrayList<>(2);
    for (Fib6Route other : at) {
      if (other.metric == route.metric && other.canBeSibling()) {
        list.add(other);
      }
    }
    return list.isEmpty() ? List.of(route) : list;
  }

  void insert(Fib6Route route, int index) {
    PrefixTrie.Node<List<Fib6Route>> node = trie.make(route.prefix);
    if (node.value == null) {
      node.value = new ArrayList<>(1);
    }
    node.value.add(index, route);
    changed();
  }

  void remove(Fib6Route route) {
    PrefixTrie.Node<List<Fib6Route>> node = trie.find(route.prefix);
    node.value.remove(route);
    if (node.value.isEmpty()) {
      trie.remove(node);
    }
    changed();
  }
}
