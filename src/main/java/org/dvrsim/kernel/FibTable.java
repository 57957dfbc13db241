package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;

/**
 * An IPv4 route table. The routes of one prefix are ordered by type of service descending, then
 * metric ascending, then as they were put.
 *
 * <p>Models: net/ipv4/fib_trie.c:struct fib_table; fib_find_alias(), fib_insert_alias()
 */
final class FibTable implements RouteTable {
  final int id;

  /** The same as routes show it. */
  final TableId number;

  final PrefixTrie<List<FibAlias>> trie = new PrefixTrie<>();

  /** How many routes to 0.0.0.0/0 there are. */
  int defaults;

  private List<Route> dump;

  FibTable(int id) {
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

  @Override
  public List<Route> routes() {
    if (dump == null) {
      List<Route> routes = new ArrayList<>();
      List<List<FibAlias>> byPrefix = trie.inKeyOrder();
      for (int i = 0; i < byPrefix.size(); i++) {
        List<FibAlias> aliases = byPrefix.get(i);
        for (int j = 0; j < aliases.size(); j++) {
          routes.add(aliases.get(j).route());
        }
      }
      dump = List.copyOf(routes);
    }
    return dump;
  }

  /** Returns the routes to exactly {@code prefix}, null if there is none. */
  List<FibAlias> at(IpPrefix prefix) {
    return trie.get(prefix);
  }

  /**
   * Returns the place of the first of {@code aliases} with this type of service and metric, or
   * before which one with them belongs; the list's size if it belongs at the end.
   */
  static int place(List<FibAlias> aliases, int tos, long metric) {
    for (int i = 0; i < aliases.size(); i++) {
      FibAlias alias = aliases.get(i);
      if (alias.tos <= tos && (alias.info.metric >= metric || alias.tos < tos)) {
        return i;
      }
    }
    return aliases.size();
  }

  void insert(FibAlias alias, int index) {
    PrefixTrie.Node<List<FibAlias>> node = trie.make(alias.prefix);
    if (node.value == null) {
      node.value = new ArrayList<>(1);
    }
    node.value.add(index, alias);
    alias.node = node;
    alias.info.addUser(alias);
    if (alias.prefix.isDefault()) {
      defaults++;
    }
    changed();
  }

  void remove(FibAlias alias) {
    PrefixTrie.Node<List<FibAlias>> node = alias.node;
    node.value.remove(alias);
    if (node.value.isEmpty()) {
      trie.remove(node);
    }
    alias.node = null;
    alias.info.removeUser(alias);
    if (alias.prefix.isDefault()) {
      defaults--;
    }
    changed();
  }
}
