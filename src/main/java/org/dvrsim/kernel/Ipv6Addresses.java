package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.base.SimTime;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;

/**
 * Adds, changes and deletes the IPv6 addresses of a namespace's devices.
 *
 * <p>Models: net/ipv6/addrconf.c:inet6_rtm_newaddr(), inet6_addr_modify(), ipv6_add_addr(),
 * ipv6_del_addr(), ipv6_link_dev_addr()
 *
 * <p>Differs: duplicate address detection takes no time and finds no duplicate.
 */
final class Ipv6Addresses {
  /** The flags that a request may set or clear. */
  private static final int SETTABLE =
      IfAddress.NODAD | IfAddress.HOMEADDRESS | IfAddress.MANAGETEMPADDR | IfAddress.NOPREFIXROUTE;

  private final Netns netns;
  private final Fib6 fib;
  private final Ipv6AddressRoutes routes;
  private final Ipv6Groups groups;

  Ipv6Addresses(Netns netns, Fib6 fib, Ipv6AddressRoutes routes, Ipv6Groups groups) {
    this.netns = netns;
    this.fib = fib;
    this.routes = routes;
    this.groups = groups;
  }

  /** Gives a device an address of the kernel's own, unless it has it. */
  void addOwn(
      Link link, IpAddress local, int length, RouteScope scope, int protocol, boolean prefixRoute) {
    if (find(link, local) != null) {
      return;
    }
    IfAddress address =
        new IfAddress(
            link,
            local,
            length,
            local,
            Optional.empty(),
            scope,
            "",
            IfAddress.PERMANENT,
            protocol,
            0,
            AddressLifetime.UNLIMITED);
    put(link, address);
    if (link.isLoopback()) {
      netns.rtnetlink().address(address);
      routes.add(address);
    } else {
      if (prefixRoute) {
        routes.addPrefix(address);
      }
      prove(address);
    }
    reportGroups(address.device());
  }

  /**
   * Ends duplicate address detection, which a worker of the kernel does: the address answers, and
   * leads here.
   *
   * <p>Models: net/ipv6/addrconf.c:addrconf_dad_begin(), addrconf_dad_completed()
   */
  private void prove(IfAddress address) {
    netns.rtnetlink().defer();
    try {
      groups.joinSolicited(address.device(), address.local());
      netns.rtnetlink().address(address);
      routes.add(address);
    } finally {
      netns.rtnetlink().resume();
    }
  }

  /** Begins to use an address again that was kept while its device was down. */
  void restore(IfAddress address) {
    routes.addPrefix(address);
    if (address.has(IfAddress.TENTATIVE)) {
      setTentative(address, false);
      prove(address.withFlags(address.flags() & ~IfAddress.TENTATIVE));
    } else {
      routes.addLocal(address);
    }
  }

  /** Marks an address as unproven, or proven. */
  void setTentative(IfAddress address, boolean on) {
    if (address.has(IfAddress.TENTATIVE) != on) {
      IfAddress fresh = address.withFlags(address.flags() ^ IfAddress.TENTATIVE);
      List<IfAddress> addresses = address.device().ipv6.addresses;
      addresses.set(addresses.indexOf(address), fresh);
      netns.changes().addressChanged(address.device(), address, fresh);
    }
  }

  /** Adds or changes an address as asked. */
  void add(Link link, AddressSpec spec, RequestMode mode) {
    IpAddress local = spec.cidr().address();
    netns.ipv6().register(link);
    if (link.ipv6 == null) {
      throw ErrnoException.of(Errno.EINVAL, "addr add " + spec.cidr());
    }
    IfAddress old = find(link, local);
    if (old != null) {
      if (mode.isExclusive() || !mode.replaces()) {
        throw refused(Errno.EEXIST, spec, "address already assigned");
      }
      modify(old, spec);
      return;
    }
    if (Ipv6.isDisabled(link)) {
      throw refused(Errno.EACCES, spec, "IPv6 is disabled on this device");
    }
    check(spec);
    routes.addMulticast(link);
    check(link, spec);
    IfAddress fresh =
        new IfAddress(
            link,
            local,
            spec.cidr().length(),
            spec.peer().orElse(local),
            Optional.empty(),
            scopeOf(local),
            "",
            (spec.flags() & (SETTABLE | IfAddress.MCAUTOJOIN)) | spec.lifetime().flags(),
            spec.protocol(),
            spec.metric().orElse(0L),
            netns.timers().start(spec.lifetime()));
    put(link, fresh);
    netns.timers().watch(fresh);
    routes.addPrefix(fresh);
    if (!fresh.has(IfAddress.NODAD)) {
      netns.rtnetlink().tentative(fresh);
    }
    prove(fresh);
    reportGroups(fresh.device());
    report(link);
  }

  /** A group was joined or left, which is reported even without a carrier. */
  private void report(Link link) {
    if (link.isUp() && !link.isLoopback()) {
      netns.table(IpFamily.V6).reported(link);
    }
  }

  private static void check(Link link, AddressSpec spec) {
    IpAddress local = spec.cidr().address();
    if (local.isUnspecified()) {
      throw refused(Errno.EADDRNOTAVAIL, spec, "Invalid address");
    }
    if (local.isMulticast() && (spec.flags() & IfAddress.MCAUTOJOIN) == 0) {
      throw refused(
          Errno.EADDRNOTAVAIL,
          spec,
          "Cannot assign multicast address without \"IFA_F_MCAUTOJOIN\" flag");
    }
    if (local.isLoopback() && !link.isLoopback()) {
      throw refused(Errno.EADDRNOTAVAIL, spec, "Cannot assign loopback address on this device");
    }
  }

  /** Checks what a new and a changed address have in common (inet6_rtm_newaddr()). */
  private static void check(AddressSpec spec) {
    if (spec.has(IfAddress.MANAGETEMPADDR) && spec.cidr().length() != 64) {
      throw refused(
          Errno.EINVAL, spec, "address with \"mngtmpaddr\" flag must have a prefix length of 64");
    }
  }

  private static ErrnoException refused(Errno errno, AddressSpec spec, String extack) {
    return ErrnoException.withExtack(errno, "addr " + spec.cidr(), "ipv6: " + extack);
  }

  private void modify(IfAddress old, AddressSpec spec) {
    check(spec);
    if (old.has(IfAddress.PERMANENT)
        && spec.lifetime().isFinite()
        && !old.has(IfAddress.NOPREFIXROUTE)
        && !spec.has(IfAddress.NOPREFIXROUTE)) {
      // modify_prefix_route() then takes a moment for a duration: the route expired long ago.
      throw new NotModelledException("an IPv6 prefix route that is to expire after all");
    }
    int cleared = SETTABLE | IfAddress.DEPRECATED | IfAddress.PERMANENT;
    int flags = (old.flags() & ~cleared) | (spec.flags() & SETTABLE) | spec.lifetime().flags();
    IfAddress fresh =
        new IfAddress(
            old.device(),
            old.local(),
            old.prefixLength(),
            spec.peer().orElse(old.peer()),
            Optional.empty(),
            old.scope(),
            "",
            flags,
            spec.protocol(),
            spec.metric().filter(metric -> metric != 0).orElse(old.metric()),
            netns.timers().start(spec.lifetime()));
    replace(old, fresh);
    netns.timers().watch(fresh);
    boolean had = old.has(IfAddress.PERMANENT) && !old.has(IfAddress.NOPREFIXROUTE);
    boolean has = !fresh.has(IfAddress.NOPREFIXROUTE);
    if (had && (has ? old.metric() != fresh.metric() : isLastOfPrefix(fresh))) {
      routes.removePrefix(old);
    } else if (had && !has) {
      routes.limitPrefix(old, expiryOfPrefix(fresh));
    }
    if (has) {
      routes.addPrefix(fresh);
      if (fresh.hasPeer()) {
        routes.addPeer(fresh, IpPrefix.of(fresh.peer(), fresh.prefixLength()));
      }
    }
  }

  /** Puts an address in another's place. */
  void replace(IfAddress before, IfAddress after) {
    List<IfAddress> addresses = before.device().ipv6.addresses;
    addresses.set(addresses.indexOf(before), after);
    netns.changes().addressChanged(before.device(), before, after);
    netns.rtnetlink().address(after);
  }

  /** Deletes an address as asked. */
  void delete(Link link, AddressSpec spec) {
    if (link.ipv6 == null) {
      throw refused(Errno.ENXIO, spec, "IPv6 is disabled on this device");
    }
    for (IfAddress address : link.ipv6.addresses) {
      if (address.local().equals(spec.cidr().address())
          && address.prefixLength() == spec.cidr().length()) {
        remove(address);
        return;
      }
    }
    throw refused(Errno.EADDRNOTAVAIL, spec, "address not found");
  }

  /** Takes an address away, with its routes. */
  void remove(IfAddress address) {
    Link link = address.device();
    boolean prefixRoute = address.has(IfAddress.PERMANENT) && !address.has(IfAddress.NOPREFIXROUTE);
    boolean last = isLastOfPrefix(address);
    link.ipv6.addresses.remove(address);
    netns.rtnetlink().addressGone(address);
    routes.remove(address);
    netns.changes().addressChanged(link, address, null);
    if (prefixRoute && last) {
      routes.removePrefix(address);
    } else if (prefixRoute) {
      routes.limitPrefix(address, expiryOfPrefix(address));
    }
    fib.sourceLost(address.local());
    reportGroups(link);
  }

  /**
   * Returns until when the other addresses of an address's network need its route; null if for
   * ever.
   *
   * <p>Models: net/ipv6/addrconf.c:check_cleanup_prefix_route()
   */
  private SimTime expiryOfPrefix(IfAddress address) {
    SimTime latest = netns.now();
    for (IfAddress other : address.device().ipv6.addresses) {
      if (!other.equals(address) && isOfPrefix(other, address)) {
        if (other.has(IfAddress.PERMANENT) || other.has(IfAddress.NOPREFIXROUTE)) {
          return null;
        }
        SimTime end = other.lifetime().end().orElse(latest);
        latest = end.compareTo(latest) > 0 ? end : latest;
      }
    }
    return latest;
  }

  private static boolean isOfPrefix(IfAddress other, IfAddress address) {
    return other.prefixLength() == address.prefixLength()
        && other.local().matches(address.local(), address.prefixLength());
  }

  private static boolean isLastOfPrefix(IfAddress address) {
    for (IfAddress other : address.device().ipv6.addresses) {
      if (!other.equals(address) && isOfPrefix(other, address)) {
        return false;
      }
    }
    return true;
  }

  private static IfAddress find(Link link, IpAddress local) {
    for (IfAddress address : link.ipv6.addresses) {
      if (address.local().equals(local)) {
        return address;
      }
    }
    return null;
  }

  /** Tells whether a device, or any where null is given, has {@code address}. */
  boolean has(IpAddress address, Link only) {
    for (Link link : only == null ? netns.links() : List.of(only)) {
      if (link.ipv6 != null && find(link, address) != null) {
        return true;
      }
    }
    return false;
  }

  private static void insert(Link link, IfAddress fresh) {
    List<IfAddress> addresses = link.ipv6.addresses;
    int index = 0;
    int rank = rank(fresh);
    while (index < addresses.size() && rank < rank(addresses.get(index))) {
      index++;
    }
    addresses.add(index, fresh);
  }

  /** Returns an address's place by scope; ::1 counts as link-local (ipv6_addr_src_scope()). */
  private static int rank(IfAddress address) {
    RouteScope scope = address.scope();
    return scope.equals(RouteScope.GLOBAL) ? 2 : scope.equals(RouteScope.SITE) ? 1 : 0;
  }

  private void put(Link link, IfAddress fresh) {
    insert(link, fresh);
    netns.changes().addressChanged(link, null, fresh);
  }

  /**
   * Returns the scope that an address has by itself.
   *
   * <p>Models: net/ipv6/addrconf.c:rt_scope()
   */
  static RouteScope scopeOf(IpAddress address) {
    if (address.isMulticast()) {
      return multicastScope((int) (address.high() >>> 48) & 0xf);
    }
    if (address.isLoopback()) {
      return RouteScope.HOST;
    }
    if (address.isLinkLocal()) {
      return RouteScope.LINK;
    }
    if (address.high() >>> 54 == 0x3fb) {
      return RouteScope.SITE;
    }
    return RouteScope.GLOBAL;
  }

  /** Models: net/ipv6/addrconf_core.c:ipv6_addr_scope2type() */
  private static RouteScope multicastScope(int scope) {
    return switch (scope) {
      case 1 -> RouteScope.HOST;
      case 2 -> RouteScope.LINK;
      case 5 -> RouteScope.SITE;
      default -> RouteScope.GLOBAL;
    };
  }

  /** Takes away all addresses of a scope, or all, as {@code ip addr flush} does one by one. */
  void flush(Link link, Optional<RouteScope> scope) {
    if (link.ipv6 == null) {
      return;
    }
    for (IfAddress address : new ArrayList<>(link.addresses(IpFamily.V6))) {
      if (scope.isEmpty() || scope.get().equals(address.scope())) {
        remove(address);
      }
    }
  }

  /**
   * Reports the groups that a device is in, which leaves a neighbour entry behind.
   *
   * <p>Models: net/ipv6/mcast.c:mld_sendpack()
   */
  void reportGroups(Link link) {
    if (isReady(link) && link.ipv6.ready && link.isMulticast()) {
      netns.table(IpFamily.V6).reported(link);
    }
  }

  /** Tells whether a device is up and has a carrier. */
  static boolean isReady(Link link) {
    return link.isUp() && link.hasCarrier();
  }
}
