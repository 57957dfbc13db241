package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;

/**
 * IPv6 addresses of a namespace's devices, and the kernel's own routes for them.
 *
 * <p>Models: net/ipv6/addrconf.c:addrconf_notify(), addrconf_ifdown(), ipv6_add_addr(),
 * ipv6_del_addr(), inet6_rtm_newaddr(), addrconf_dev_config(), init_loopback(); net/ipv6/anycast.c:
 * __ipv6_dev_ac_inc()
 *
 * <p>Differs: duplicate address detection takes no time and finds no duplicate.
 */
final class Ipv6 {
  private static final SysctlSchema.Directory CONF = SysctlSchema.LINUX.conf6;
  private static final int FORWARDING = CONF.index("forwarding");
  private static final int DISABLE = CONF.index("disable_ipv6");
  private static final int KEEP = CONF.index("keep_addr_on_down");
  private static final int MTU = CONF.index("mtu");
  private static final long OWN_METRIC = 256;

  /** What makes no sense on a loopback device (ipv6_add_dev()). */
  private static final List<Integer> NOT_FOR_LOOPBACK =
      List.of(
          CONF.index("accept_dad"), CONF.index("router_solicitations"), CONF.index("use_tempaddr"));

  /** The flags that a request may set or clear. */
  private static final int SETTABLE =
      IfAddress.NODAD | IfAddress.HOMEADDRESS | IfAddress.MANAGETEMPADDR | IfAddress.NOPREFIXROUTE;

  private static final IpPrefix MULTICAST = new IpPrefix(IpAddress.v6(0xff00000000000000L, 0), 8);
  private static final IpAddress LOOPBACK = IpAddress.v6(0, 1);

  private final Netns netns;
  private final Fib6 fib;
  private final Fib6Requests requests;

  Ipv6(Netns netns, Fib6 fib, Fib6Requests requests) {
    this.netns = netns;
    this.fib = fib;
    this.requests = requests;
  }

  static boolean isDisabled(Link link) {
    return link.ipv6 == null || link.ipv6.conf.isOn(DISABLE);
  }

  // Devices.

  /** Gives a new device its IPv6 part, if its MTU allows. */
  void register(Link link) {
    if (link.mtu() < Link.MIN_MTU6 || link.ipv6 != null) {
      return;
    }
    DevConf conf = netns.settings().conf6Default().copy();
    conf.put(MTU, Integer.toString(link.mtu()));
    if (link.isLoopback()) {
      NOT_FOR_LOOPBACK.forEach(index -> conf.put(index, "-1"));
    }
    link.ipv6 = new Ipv6Device(conf, DevConf.defaults(SysctlSchema.LINUX.neigh6));
    link.ipv6.ready = isReady(link);
  }

  private static boolean isReady(Link link) {
    return link.isUp() && link.hasCarrier();
  }

  /** The device was brought up (NETDEV_UP). */
  void deviceUp(Link link) {
    if (isDisabled(link) && link.ipv6 != null) {
      return;
    }
    restorePermanent(link);
    if (!isReady(link)) {
      return;
    }
    register(link);
    if (link.ipv6 != null) {
      link.ipv6.ready = true;
      configure(link);
      fib.deviceBack(link, true);
      followMtu(link);
    }
  }

  private void restorePermanent(Link link) {
    if (link.ipv6 == null) {
      return;
    }
    for (IfAddress address : List.copyOf(link.ipv6.addresses)) {
      if (address.has(IfAddress.PERMANENT)) {
        addLocalRoute(address);
        addPrefixRoute(address);
        setTentative(address, false);
      }
    }
  }

  private void setTentative(IfAddress address, boolean on) {
    if (address.has(IfAddress.TENTATIVE) != on) {
      IfAddress fresh = address.withFlags(address.flags() ^ IfAddress.TENTATIVE);
      List<IfAddress> addresses = address.device().ipv6.addresses;
      addresses.set(addresses.indexOf(address), fresh);
      netns.changes().addressChanged(address.device(), address, fresh);
    }
  }

  /** The device's carrier changed while it was up (NETDEV_CHANGE). */
  void carrierChanged(Link link) {
    if (link.ipv6 == null || isDisabled(link)) {
      return;
    }
    if (!isReady(link)) {
      fib.carrierLost(link);
    } else if (link.ipv6.ready) {
      fib.deviceBack(link, false);
      if (!link.ipv6.addresses.isEmpty()) {
        reportGroups(link);
      }
    } else {
      link.ipv6.ready = true;
      configure(link);
      fib.deviceBack(link, true);
      followMtu(link);
    }
  }

  private void followMtu(Link link) {
    if (link.mtu() < Link.MIN_MTU6) {
      deviceDown(link, !link.isLoopback());
    } else {
      link.ipv6.conf.put(MTU, Integer.toString(link.mtu()));
    }
  }

  /**
   * Reports the groups that a device is in, which leaves a neighbour entry behind.
   *
   * <p>Models: net/ipv6/mcast.c:mld_sendpack()
   */
  private void reportGroups(Link link) {
    if (isReady(link) && link.ipv6.ready && link.isMulticast()) {
      netns.table(IpFamily.V6).reported(link);
    }
  }

  private void configure(Link link) {
    if (link.isLoopback()) {
      addOwn(link, LOOPBACK, 128, RouteScope.HOST, IfAddress.PROTO_KERNEL_LO, false);
      return;
    }
    addMulticastRoute(link);
    if (link.ipv6.addrGenMode() == AddrGenMode.EUI64) {
      addOwn(link, link.mac().toLinkLocal(), 64, RouteScope.LINK, IfAddress.PROTO_KERNEL_LL, true);
    }
  }

  private void addOwn(
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
    if (prefixRoute) {
      addPrefixRoute(address);
    }
    announce(address);
  }

  private void addMulticastRoute(Link link) {
    if (!link.isLoopback()) {
      requests.addOwn(Fib6Config.own(RouteType.MULTICAST, MULTICAST, Fib4.LOCAL, link, OWN_METRIC));
    }
  }

  /** The device goes down, or out of IPv6's reach (addrconf_ifdown()). */
  void deviceDown(Link link, boolean unregister) {
    if (link.ipv6 == null) {
      fib.deviceDown(link, unregister);
      return;
    }
    boolean keep =
        !unregister
            && !isDisabled(link)
            && (netns.settings().conf6All().get(KEEP) > 0
                || (netns.settings().conf6All().get(KEEP) == 0 && link.ipv6.conf.get(KEEP) > 0));
    fib.deviceDown(link, unregister);
    netns.table(IpFamily.V6).deviceDown(link);
    link.ipv6.ready = false;
    for (IfAddress address : List.copyOf(link.ipv6.addresses)) {
      if (!keep
          || !address.has(IfAddress.PERMANENT)
          || address.local().isLinkLocal()
          || address.local().isLoopback()) {
        link.ipv6.addresses.remove(address);
        withdraw(address);
        netns.changes().addressChanged(link, address, null);
      } else {
        setTentative(address, true);
      }
    }
    for (IpAddress address : List.copyOf(link.ipv6.anycast.keySet())) {
      dropAnycast(link, address);
    }
    link.ipv6.anycast.clear();
    if (unregister) {
      link.ipv6 = null;
      link.addressesChanged();
    }
  }

  /** The device's MTU changed (NETDEV_CHANGEMTU). */
  void mtuChanged(Link link) {
    if (link.mtu() < Link.MIN_MTU6) {
      if (link.ipv6 != null) {
        deviceDown(link, !link.isLoopback());
      }
    } else if (link.ipv6 != null) {
      link.ipv6.conf.put(MTU, Integer.toString(link.mtu()));
    } else {
      register(link);
      deviceUpIfUp(link);
    }
  }

  private void deviceUpIfUp(Link link) {
    if (link.isUp()) {
      deviceUp(link);
    }
  }

  // Settings.

  /** {@code disable_ipv6} of a device changed. */
  void disabledChanged(Link link) {
    if (isDisabled(link)) {
      deviceDown(link, false);
    } else {
      deviceUpIfUp(link);
    }
  }

  /** {@code forwarding} of a device changed. */
  void forwardingChanged(Link link) {
    boolean on = link.ipv6.conf.isOn(FORWARDING);
    reportGroups(link);
    for (IfAddress address : List.copyOf(link.ipv6.addresses)) {
      if (!address.has(IfAddress.TENTATIVE)) {
        if (on) {
          joinAnycast(address);
        } else {
          leaveAnycast(address);
        }
      }
    }
  }

  /**
   * Makes the addresses that a device has by itself, whatever state it is in.
   *
   * <p>Models: net/ipv6/addrconf.c:addrconf_init_auto_addrs()
   */
  void initAutoAddresses(Link link) {
    if (!isDisabled(link)) {
      configure(link);
    }
  }

  // Requests.

  /** Adds or changes an address as asked. */
  void add(Link link, AddressSpec spec, RequestMode mode) {
    IpAddress local = spec.cidr().address();
    register(link);
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
    if (isDisabled(link)) {
      throw refused(Errno.EACCES, spec, "IPv6 is disabled on this device");
    }
    check(spec);
    addMulticastRoute(link);
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
            spec.flags() & SETTABLE | spec.flags() & IfAddress.MCAUTOJOIN | spec.lifetime().flags(),
            spec.protocol(),
            spec.metric().orElse(0L),
            spec.lifetime());
    put(link, fresh);
    addPrefixRoute(fresh);
    announce(fresh);
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
    if (spec.lifetime().valid() != AddressLifetime.FOREVER && !spec.has(IfAddress.NOPREFIXROUTE)) {
      throw new NotModelledException("an IPv6 address whose prefix route expires with it");
    }
  }

  private static ErrnoException refused(Errno errno, AddressSpec spec, String extack) {
    return ErrnoException.withExtack(errno, "addr " + spec.cidr(), "ipv6: " + extack);
  }

  private void modify(IfAddress old, AddressSpec spec) {
    check(spec);
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
            spec.lifetime());
    List<IfAddress> addresses = old.device().ipv6.addresses;
    addresses.set(addresses.indexOf(old), fresh);
    netns.changes().addressChanged(old.device(), old, fresh);
    boolean had = !old.has(IfAddress.NOPREFIXROUTE);
    boolean has = !fresh.has(IfAddress.NOPREFIXROUTE);
    if (had && (!has || old.metric() != fresh.metric())) {
      removePrefixRoute(old);
    }
    if (has) {
      addPrefixRoute(fresh);
      if (fresh.hasPeer()) {
        requests.addOwn(
            Fib6Config.own(
                RouteType.UNICAST,
                IpPrefix.of(fresh.peer(), fresh.prefixLength()),
                Fib4.MAIN,
                fresh.device(),
                fresh.metric() == 0 ? OWN_METRIC : fresh.metric()));
      }
    }
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
    boolean prefixRoute =
        address.has(IfAddress.PERMANENT)
            && !address.has(IfAddress.NOPREFIXROUTE)
            && isLastOfPrefix(address);
    link.ipv6.addresses.remove(address);
    withdraw(address);
    netns.changes().addressChanged(link, address, null);
    if (prefixRoute) {
      removePrefixRoute(address);
    }
    fib.sourceLost(link, address.local());
    reportGroups(link);
  }

  private static boolean isLastOfPrefix(IfAddress address) {
    for (IfAddress other : address.device().ipv6.addresses) {
      if (!other.equals(address)
          && other.prefixLength() == address.prefixLength()
          && other.local().matches(address.local(), address.prefixLength())) {
        return false;
      }
    }
    return true;
  }

  // The list of addresses.

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

  // Routes.

  private void announce(IfAddress address) {
    addLocalRoute(address);
    reportGroups(address.device());
    if (address.device().ipv6.conf.isOn(FORWARDING)) {
      joinAnycast(address);
    }
    if (address.hasPeer()) {
      requests.addOwn(
          Fib6Config.own(
              RouteType.UNICAST,
              IpPrefix.host(address.peer()),
              Fib4.MAIN,
              address.device(),
              address.metric() == 0 ? OWN_METRIC : address.metric()));
    }
  }

  private void addLocalRoute(IfAddress address) {
    local(RouteType.LOCAL, address.device(), address.local());
  }

  private void local(RouteType type, Link link, IpAddress address) {
    Fib6Config config = Fib6Config.own(type, IpPrefix.host(address), Fib4.LOCAL, link, 0);
    config.ignoreDown = true;
    requests.addOwn(config);
  }

  private void addPrefixRoute(IfAddress address) {
    if (!address.has(IfAddress.NOPREFIXROUTE)) {
      requests.addOwn(
          Fib6Config.own(
              RouteType.UNICAST,
              IpPrefix.of(address.local(), address.prefixLength()),
              Fib4.MAIN,
              address.device(),
              address.metric() == 0 ? OWN_METRIC : address.metric()));
    }
  }

  private void removePrefixRoute(IfAddress address) {
    IpPrefix prefix = IpPrefix.of(address.local(), address.prefixLength());
    fib.removeFirst(Fib4.MAIN, prefix, address.device(), route -> route.gateway == null);
  }

  private void withdraw(IfAddress address) {
    Link link = address.device();
    if (link.ipv6.conf.isOn(FORWARDING)) {
      leaveAnycast(address);
    }
    if (address.hasPeer()) {
      IpPrefix peer = IpPrefix.host(address.peer());
      fib.removeFirst(Fib4.MAIN, peer, link, route -> route.gateway == null);
    }
    removeLocal(link, address.local(), RouteType.LOCAL);
  }

  private void removeLocal(Link link, IpAddress address, RouteType type) {
    IpPrefix host = IpPrefix.host(address);
    fib.removeFirst(Fib4.LOCAL, host, link, route -> route.type == type);
  }

  private void joinAnycast(IfAddress address) {
    if (address.prefixLength() >= 127) {
      return;
    }
    IpAddress anycast = address.local().masked(address.prefixLength());
    if (anycast.isUnspecified()) {
      return;
    }
    Link link = address.device();
    if (link.ipv6.anycast.merge(anycast, 1, Integer::sum) == 1) {
      local(RouteType.ANYCAST, link, anycast);
    }
  }

  private void leaveAnycast(IfAddress address) {
    if (address.prefixLength() >= 127) {
      return;
    }
    Link link = address.device();
    IpAddress anycast = address.local().masked(address.prefixLength());
    Integer users = link.ipv6.anycast.get(anycast);
    if (users == null) {
      return;
    }
    if (users > 1) {
      link.ipv6.anycast.put(anycast, users - 1);
    } else {
      link.ipv6.anycast.remove(anycast);
      dropAnycast(link, anycast);
    }
  }

  private void dropAnycast(Link link, IpAddress anycast) {
    removeLocal(link, anycast, RouteType.ANYCAST);
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
}
