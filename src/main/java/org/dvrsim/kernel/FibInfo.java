package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dvrsim.net.IpAddress;

/**
 * What IPv4 routes that differ only in prefix and type of service share.
 *
 * <p>Equality is what fib_find_info() compares, so that one object serves all of them and the state
 * of its hops is kept once.
 *
 * <p>Models: include/net/ip_fib.h:struct fib_info
 */
final class FibInfo {
  final RouteType type;
  final int table;
  final int scope;
  final int protocol;
  final long metric;
  final IpAddress source;
  final RouteMetrics metrics;
  final boolean onLink;
  final List<FibHop> hops;
  boolean dead;
  boolean linkDown;

  /** The first and the last of the routes that use this, in order of their coming. */
  private FibAlias first;

  private FibAlias last;

  /** Where the index has it, while it is in use. */
  FibIndex.Member places;

  private int hash;

  FibInfo(
      RouteType type,
      int table,
      int scope,
      int protocol,
      long metric,
      IpAddress source,
      RouteMetrics metrics,
      boolean onLink,
      List<FibHop> hops) {
    this.type = type;
    this.table = table;
    this.scope = scope;
    this.protocol = protocol;
    this.metric = metric;
    this.source = source;
    this.metrics = metrics;
    this.onLink = onLink;
    this.hops = hops;
  }

  boolean isUsed() {
    return first != null;
  }

  void addUser(FibAlias user) {
    user.earlier = last;
    if (last == null) {
      first = user;
    } else {
      last.later = user;
    }
    last = user;
  }

  void removeUser(FibAlias user) {
    if (user.earlier == null) {
      first = user.later;
    } else {
      user.earlier.later = user.later;
    }
    if (user.later == null) {
      last = user.earlier;
    } else {
      user.later.earlier = user.earlier;
    }
    user.earlier = null;
    user.later = null;
  }

  /** Returns the route that used this first, null if none does. */
  FibAlias firstUser() {
    return first;
  }

  FibHop hop() {
    return hops.get(0);
  }

  /**
   * Tells whether this is what the kernel itself would make of an address, in the table for that;
   * see {@link FibConfig#own}.
   */
  boolean isOwn(RouteType wanted, Link device, IpAddress local, long priority) {
    return type == wanted
        && scope == FibConfig.scopeOfOwn(wanted).value()
        && protocol == RouteProtocol.KERNEL.value()
        && metric == priority
        && !onLink
        && hops.size() == 1
        && hop().device == device
        && hop().gateway == null
        && hop().weight == 1
        && !hop().onLink
        && local.equals(source)
        && metrics.equals(RouteMetrics.NONE);
  }

  boolean uses(Link device) {
    for (int i = 0; i < hops.size(); i++) {
      if (hops.get(i).device == device) {
        return true;
      }
    }
    return false;
  }

  List<NextHop> nextHops() {
    if (hops.size() == 1) {
      return hop().isPlain() ? hop().device.asHops : List.of(hop().toNextHop());
    }
    List<NextHop> list = new ArrayList<>(hops.size());
    for (FibHop hop : hops) {
      list.add(hop.toNextHop());
    }
    return list;
  }

  /** Forgets what was cached of the users when a hop's state changed. */
  void hopsChanged() {
    for (FibAlias user = first; user != null; user = user.later) {
      user.changed();
    }
  }

  @Override
  public boolean equals(Object object) {
    if (object == this) {
      return true;
    }
    if (!(object instanceof FibInfo other) || hashCode() != other.hashCode()) {
      return false;
    }
    if (type != other.type
        || table != other.table
        || scope != other.scope
        || protocol != other.protocol
        || metric != other.metric
        || !metrics.equals(other.metrics)
        || onLink != other.onLink
        || hops.size() != other.hops.size()
        || !Objects.equals(source, other.source)) {
      return false;
    }
    for (int i = 0; i < hops.size(); i++) {
      if (!hops.get(i).isSame(other.hops.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = computeHash();
    }
    return hash;
  }

  private int computeHash() {
    int sum = table * 31 + scope;
    sum = sum * 31 + Long.hashCode(metric);
    sum = sum * 31 + protocol;
    sum = sum * 31 + Objects.hashCode(source);
    for (int i = 0; i < hops.size(); i++) {
      sum = sum * 31 + hops.get(i).hash();
    }
    return sum;
  }
}
