package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * Adds and deletes the IPv4 addresses of a namespace's devices, and with them the kernel's own
 * routes.
 *
 * <p>Models: net/ipv4/devinet.c:inet_rtm_newaddr(), __inet_insert_ifa(), __inet_del_ifa(),
 * inetdev_changename()
 */
final class Ipv4Addresses {
  private static final int PROMOTE = SysctlSchema.LINUX.conf4.index("promote_secondaries");
  private static final int IFNAMSIZ = 16;

  /** 224.0.0.1: the group that every device is in while it is up. */
  private static final IpAddress ALL_HOSTS = IpAddress.v4(0xe0000001);

  private static final int SETTABLE = IfAddress.NOPREFIXROUTE | IfAddress.MCAUTOJOIN;

  private final Netns netns;
  private final Ipv4AddressRoutes routes;

  Ipv4Addresses(Netns netns, Ipv4AddressRoutes routes) {
    this.netns = netns;
    this.routes = routes;
  }

  /** Adds or changes an address as asked. */
  void add(Link link, AddressSpec spec, RequestMode mode) {
    if (spec.cidr().address().isUnspecified()) {
      return; // taken, and forgotten
    }
    if (link.ipv4 == null) {
      throw ErrnoException.of(Errno.ENOBUFS, "addr add " + spec.cidr());
    }
    IfAddress fresh = fresh(link, spec, netns.timers().start(spec.lifetime()));
    markAllMade(link);
    int index = find(link, fresh);
    if (index < 0) {
      insert(link, fresh);
      return;
    }
    if (mode.isExclusive() || !mode.replaces()) {
      throw assigned(fresh);
    }
    IfAddress before = link.ipv4.addresses.get(index);
    int lasting = IfAddress.PERMANENT | IfAddress.DEPRECATED;
    IfAddress after =
        before.changed(
            (before.flags() & ~lasting) | (fresh.flags() & lasting),
            fresh.protocol(),
            fresh.metric(),
            fresh.lifetime());
    if (before.metric() != after.metric()) {
      routes.changeMetric(before, after.metric());
    }
    set(link, index, after);
    netns.timers().watch(after);
  }

  private static IfAddress fresh(Link link, AddressSpec spec, AddressLifetime lifetime) {
    IpAddress local = spec.cidr().address();
    return new IfAddress(
        link,
        local,
        spec.cidr().length(),
        spec.peer().orElse(local),
        spec.broadcast().filter(a -> !a.isUnspecified()),
        spec.scope().orElse(local.isLoopback() ? RouteScope.HOST : RouteScope.GLOBAL),
        spec.label().isEmpty() ? link.name().text() : spec.label(),
        (spec.flags() & SETTABLE) | spec.lifetime().flags(),
        spec.protocol(),
        spec.metric().orElse(0L),
        lifetime);
  }

  /** From its first address on, a device's settings do not follow the defaults any more. */
  private static void markAllMade(Link link) {
    link.ipv4.conf.makeAllOwn();
  }

  private static int find(Link link, IfAddress wanted) {
    List<IfAddress> addresses = link.ipv4.addresses;
    for (int i = 0; i < addresses.size(); i++) {
      IfAddress address = addresses.get(i);
      if (address.local().equals(wanted.local()) && address.sameNetwork(wanted)) {
        return i;
      }
    }
    return -1;
  }

  private static ErrnoException assigned(IfAddress address) {
    return ErrnoException.withExtack(
        Errno.EEXIST, "addr add " + address.cidr(), "ipv4: Address already assigned");
  }

  /** Puts an address where it belongs, with its routes. */
  void insert(Link link, IfAddress fresh) {
    List<IfAddress> addresses = link.ipv4.addresses;
    int afterPrimaries = 0;
    boolean secondary = false;
    for (int i = 0; i < addresses.size(); i++) {
      IfAddress other = addresses.get(i);
      if (!other.isSecondary() && fresh.scope().compareTo(other.scope()) <= 0) {
        afterPrimaries = i + 1;
      }
      if (other.sameNetwork(fresh)) {
        if (other.local().equals(fresh.local())) {
          throw assigned(fresh);
        }
        if (!other.scope().equals(fresh.scope())) {
          throw ErrnoException.withExtack(
              Errno.EINVAL, "addr add " + fresh.cidr(), "ipv4: Invalid scope value");
        }
        secondary = true;
      }
    }
    IfAddress added = secondary ? fresh.withFlags(fresh.flags() | IfAddress.SECONDARY) : fresh;
    addresses.add(secondary ? addresses.size() : afterPrimaries, added);
    netns.changes().addressChanged(link, null, added);
    netns.rtnetlink().address(added);
    netns.timers().watch(added);
    routes.add(added);
    netns.fib4().deviceBack(link, true);
  }

  private void set(Link link, int index, IfAddress after) {
    IfAddress before = link.ipv4.addresses.set(index, after);
    netns.changes().addressChanged(link, before, after);
    netns.rtnetlink().address(after);
  }

  /** Puts an address in another's place: its time ran on. */
  void replace(IfAddress before, IfAddress after) {
    Link link = before.device();
    set(link, link.ipv4.addresses.indexOf(before), after);
  }

  /**
   * Deletes the first address that fits.
   *
   * <p>Models: net/ipv4/devinet.c:inet_rtm_deladdr()
   */
  void delete(Link link, AddressSpec spec) {
    IpAddress local = spec.cidr().address();
    IpAddress peer = spec.peer().orElse(local);
    if (link.ipv4 == null) {
      throw ErrnoException.withExtack(
          Errno.ENODEV, "addr del " + spec.cidr(), "ipv4: Device not found");
    } else {
      for (IfAddress address : link.ipv4.addresses) {
        if (address.local().equals(local)
            && (spec.label().isEmpty() || spec.label().equals(address.label()))
            && (spec.anyLength()
                || (spec.cidr().length() == address.prefixLength()
                    && peer.matches(address.peer(), address.prefixLength())))) {
          remove(link, address);
          return;
        }
      }
    }
    throw ErrnoException.withExtack(
        Errno.EADDRNOTAVAIL, "addr del " + spec.cidr(), "ipv4: Address not found");
  }

  /** Takes an address away, and its secondaries with it or up into its place. */
  void remove(Link link, IfAddress gone) {
    List<IfAddress> addresses = link.ipv4.addresses;
    IfAddress promoted = null;
    IfAddress before = null;
    IfAddress lastPrimary = addresses.get(0);
    if (!gone.isSecondary()) {
      boolean promote = netns.settings().conf4All().isOn(PROMOTE) || link.ipv4.conf.isOn(PROMOTE);
      for (int i = addresses.indexOf(gone) + 1; i < addresses.size(); ) {
        IfAddress other = addresses.get(i);
        if (!other.isSecondary() && gone.scope().compareTo(other.scope()) <= 0) {
          lastPrimary = other;
        }
        if (!other.isSecondary() || !other.sameNetwork(gone)) {
          before = other;
          i++;
        } else if (promote) {
          promoted = other;
          break;
        } else {
          drop(link, other);
        }
      }
    }
    if (promoted != null) {
      for (int i = addresses.indexOf(promoted); i < addresses.size(); i++) {
        if (addresses.get(i).sameNetwork(gone)) {
          routes.remove(addresses.get(i), gone);
        }
      }
    }
    int place = addresses.indexOf(gone);
    drop(link, gone);
    if (promoted != null) {
      promote(link, promoted, before == null ? -1 : Math.max(place, 0), lastPrimary, gone);
    }
  }

  /** Models: net/ipv4/fib_frontend.c:fib_inetaddr_event(), fib_disable_ip() */
  private void drop(Link link, IfAddress address) {
    link.ipv4.addresses.remove(address);
    netns.changes().addressChanged(link, address, null);
    netns.rtnetlink().addressGone(address);
    routes.remove(address, null);
    if (link.ipv4.addresses.isEmpty()) {
      netns.fib4().deviceLost(link, Fib4.DeviceEvent.LAST_ADDRESS);
      netns.table(IpFamily.V4).deviceDown(link);
    }
  }

  private void promote(
      Link link, IfAddress promoted, int place, IfAddress lastPrimary, IfAddress gone) {
    List<IfAddress> addresses = link.ipv4.addresses;
    List<IfAddress> later =
        new ArrayList<>(addresses.subList(addresses.indexOf(promoted) + 1, addresses.size()));
    IfAddress primary = promoted.withFlags(promoted.flags() & ~IfAddress.SECONDARY);
    int from = addresses.indexOf(promoted);
    addresses.remove(from);
    int to = from;
    if (place >= 0) {
      int last = addresses.indexOf(lastPrimary);
      to = last >= 0 ? last + 1 : place;
    }
    addresses.add(to, primary);
    netns.changes().addressChanged(link, promoted, primary);
    netns.rtnetlink().address(primary);
    routes.add(primary);
    for (IfAddress address : later) {
      if (address.sameNetwork(gone)) {
        routes.add(address);
      }
    }
  }

  /** Gives a loopback device that came up 127.0.0.1/8, if it has not got it. */
  void deviceUp(Link link) {
    if (link.isLoopback()) {
      markAllMade(link);
      IfAddress own = ownOfLoopback(link);
      if (fits(link, own)) {
        insert(link, own);
      }
    }
    netns.rtnetlink().group(false, link, ALL_HOSTS);
    for (IfAddress address : new ArrayList<>(link.ipv4.addresses)) {
      routes.add(address);
    }
  }

  /** Tells whether the address is new and of the scope of its network. */
  private static boolean fits(Link link, IfAddress fresh) {
    for (IfAddress other : link.ipv4.addresses) {
      if (other.sameNetwork(fresh)
          && (other.local().equals(fresh.local()) || !other.scope().equals(fresh.scope()))) {
        return false;
      }
    }
    return true;
  }

  private static IfAddress ownOfLoopback(Link link) {
    return new IfAddress(
        link,
        IpAddress.v4(0x7f000001),
        8,
        IpAddress.v4(0x7f000001),
        Optional.empty(),
        RouteScope.HOST,
        link.name().text(),
        IfAddress.PERMANENT,
        0,
        0,
        AddressLifetime.UNLIMITED);
  }

  /**
   * Takes away all addresses of a scope, or all: lists them and deletes each, until none is left.
   *
   * <p>Models: iproute2 ip/ipaddress.c:ipaddr_flush()
   */
  void flush(Link link, Optional<RouteScope> scope) {
    boolean again = link.ipv4 != null;
    while (again) {
      again = false;
      for (IfAddress listed : List.copyOf(link.ipv4.addresses)) {
        if (scope.isEmpty() || scope.get().equals(listed.scope())) {
          again |= removeLike(link, listed);
        }
      }
    }
  }

  private boolean removeLike(Link link, IfAddress listed) {
    int index = find(link, listed);
    if (index < 0) {
      return false;
    }
    remove(link, link.ipv4.addresses.get(index));
    return true;
  }

  /** The device goes down: it leaves the group of all hosts. */
  void deviceDown(Link link) {
    netns.rtnetlink().group(true, link, ALL_HOSTS);
  }

  /**
   * Gives a device IPv4, without an address.
   *
   * <p>Models: net/ipv4/devinet.c:inetdev_init()
   */
  void register(Link link) {
    DevConf conf = netns.settings().conf4Default().copy();
    link.ipv4 = new Ipv4Device(conf);
    netns.netconf().device(IpFamily.V4, link);
  }

  /**
   * Takes IPv4 off a device that leaves: its addresses one by one, of which none is promoted, so
   * that routes by way of other devices that prefer a secondary one as their source stay.
   *
   * <p>Models: net/ipv4/devinet.c:inetdev_destroy()
   */
  void destroy(Link link) {
    while (!link.ipv4.addresses.isEmpty()) {
      drop(link, link.ipv4.addresses.get(0));
    }
    netns.netconf().deviceGone(IpFamily.V4, link);
    link.ipv4 = null;
    netns.table(IpFamily.V4).deviceDown(link);
  }

  /** Labels the addresses anew after the device's name changed. */
  void renamed(Link link) {
    if (link.ipv4 == null) {
      return;
    }
    IfName name = link.name();
    for (int i = 0; i < link.ipv4.addresses.size(); i++) {
      IfAddress address = link.ipv4.addresses.get(i);
      String label = name.text();
      if (i > 0) {
        int colon = address.label().indexOf(':');
        String suffix = colon < 0 ? ":" + (i + 1) : address.label().substring(colon);
        int room = IFNAMSIZ - 1 - suffix.length();
        label = (label.length() <= room ? label : label.substring(0, room)) + suffix;
      }
      set(link, i, address.withLabel(label));
    }
    netns.netconf().deviceGone(IpFamily.V4, link);
    netns.netconf().device(IpFamily.V4, link);
  }
}
