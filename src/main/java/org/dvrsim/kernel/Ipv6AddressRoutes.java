package org.dvrsim.kernel;

import org.dvrsim.base.SimTime;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/**
 * The kernel's own routes for the IPv6 addresses of a namespace.
 *
 * <p>Models: net/ipv6/addrconf.c:__ipv6_ifa_notify(), addrconf_prefix_route(),
 * addrconf_add_mroute(); net/ipv6/anycast.c:__ipv6_dev_ac_inc()
 */
final class Ipv6AddressRoutes {
  private static final int FORWARDING = SysctlSchema.LINUX.conf6.index("forwarding");
  private static final long OWN_METRIC = 256;
  private static final IpPrefix MULTICAST = new IpPrefix(IpAddress.v6(0xff00000000000000L, 0), 8);

  private final Fib6 fib;
  private final Fib6Requests requests;
  private final Ipv6Groups groups;
  private final Rtnetlink rtnetlink;

  Ipv6AddressRoutes(Fib6 fib, Fib6Requests requests, Ipv6Groups groups, Rtnetlink rtnetlink) {
    this.fib = fib;
    this.requests = requests;
    this.groups = groups;
    this.rtnetlink = rtnetlink;
  }

  /** Adds the route to all groups over a device. */
  void addMulticast(Link link) {
    if (!link.isLoopback()) {
      requests.addOwn(Fib6Config.own(RouteType.MULTICAST, MULTICAST, Fib4.LOCAL, link, OWN_METRIC));
    }
  }

  /** Adds what goes with a new address, but for its prefix route. */
  void add(IfAddress address) {
    addLocal(address);
    if (address.device().ipv6.conf.isOn(FORWARDING)) {
      joinAnycast(address);
    }
    if (address.hasPeer()) {
      addPeer(address, IpPrefix.host(address.peer()));
    }
  }

  /** Adds the route to the other end's network. */
  void addPeer(IfAddress address, IpPrefix prefix) {
    requests.addOwn(
        Fib6Config.own(
            RouteType.UNICAST,
            prefix,
            Fib4.MAIN,
            address.device(),
            address.metric() == 0 ? OWN_METRIC : address.metric()));
  }

  /** Adds the route by which an address is this host's. */
  void addLocal(IfAddress address) {
    local(RouteType.LOCAL, address.device(), address.local());
  }

  private void local(RouteType type, Link link, IpAddress address) {
    Fib6Config config = Fib6Config.own(type, IpPrefix.host(address), Fib4.LOCAL, link, 0);
    config.ignoreDown = true;
    requests.addOwn(config);
  }

  /** Adds the route to an address's network. */
  void addPrefix(IfAddress address) {
    if (!address.has(IfAddress.NOPREFIXROUTE)) {
      Fib6Config config =
          Fib6Config.own(
              RouteType.UNICAST,
              IpPrefix.of(address.local(), address.prefixLength()),
              Fib4.MAIN,
              address.device(),
              address.metric() == 0 ? OWN_METRIC : address.metric());
      config.expires = address.lifetime().end().orElse(null);
      requests.addOwn(config);
    }
  }

  /**
   * Has the route to an address's network last until {@code end}; null stands for ever, and changes
   * nothing.
   */
  void limitPrefix(IfAddress address, SimTime end) {
    IpPrefix prefix = IpPrefix.of(address.local(), address.prefixLength());
    if (end != null) {
      fib.limit(Fib4.MAIN, prefix, address.device(), end);
    }
  }

  /** Removes the route to an address's network. */
  void removePrefix(IfAddress address) {
    IpPrefix prefix = IpPrefix.of(address.local(), address.prefixLength());
    fib.removeFirst(Fib4.MAIN, prefix, address.device(), route -> route.gateway == null);
  }

  /** Removes what {@link #add} added, and has nobody ask for the address any more. */
  void remove(IfAddress address) {
    Link link = address.device();
    leaveGroups(address);
    if (address.hasPeer()) {
      IpPrefix peer = IpPrefix.host(address.peer());
      fib.removeFirst(Fib4.MAIN, peer, link, route -> route.gateway == null);
    }
    removeLocal(link, address.local(), RouteType.LOCAL);
  }

  /** Stops answering for an address. */
  void leaveGroups(IfAddress address) {
    if (address.device().ipv6.conf.isOn(FORWARDING)) {
      leaveAnycast(address);
    }
    groups.leaveSolicited(address.device(), address.local());
  }

  private void removeLocal(Link link, IpAddress address, RouteType type) {
    IpPrefix host = IpPrefix.host(address);
    fib.removeFirst(Fib4.LOCAL, host, link, route -> route.type == type);
  }

  /** Has the routers' anycast address of an address's network lead here. */
  void joinAnycast(IfAddress address) {
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
      groups.joinSolicited(link, anycast);
      rtnetlink.anycast(false, link, anycast);
    }
  }

  /** Stops that, if this was the last address of the network. */
  void leaveAnycast(IfAddress address) {
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

  /** Stops that, whoever else needs it. */
  void dropAnycast(Link link, IpAddress anycast) {
    groups.leaveSolicited(link, anycast);
    removeLocal(link, anycast, RouteType.ANYCAST);
    rtnetlink.anycast(true, link, anycast);
  }
}
