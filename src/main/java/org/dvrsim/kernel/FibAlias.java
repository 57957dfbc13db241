package org.dvrsim.kernel;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IpPrefix;

/**
 * An IPv4 route: a prefix and a type of service in a table, and what it shares with others.
 *
 * <p>Models: net/ipv4/fib_lookup.h:struct fib_alias
 */
final class FibAlias {
  final FibTable table;
  final IpPrefix prefix;
  final int tos;
  final FibInfo info;

  /** Where the trie keeps it; null outside of it. */
  PrefixTrie.Node<List<FibAlias>> node;

  /** The neighbours in the list of those that use the same info. */
  FibAlias earlier;

  FibAlias later;

  private Route route;

  FibAlias(FibTable table, IpPrefix prefix, int tos, FibInfo info) {
    this.table = table;
    this.prefix = prefix;
    this.tos = tos;
    this.info = info;
  }

  /** Returns the route as a dump shows it now. */
  Route route() {
    if (route == null) {
      route =
          new Route(
              info.type,
              prefix,
              table.number,
              tos,
              info.metric,
              RouteScope.of(info.scope),
              RouteProtocol.of(info.protocol),
              Optional.ofNullable(info.source),
              info.metrics,
              RoutePreference.MEDIUM,
              info.onLink,
              info.linkDown,
              info.nextHops(),
              Optional.empty());
    }
    return route;
  }

  void changed() {
    route = null;
    table.changed();
  }
}
