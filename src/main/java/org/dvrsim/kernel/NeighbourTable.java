package org.dvrsim.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;

/**
 * The neighbours of one family in a namespace, and the addresses that are proxied.
 *
 * <p>Models: net/core/neighbour.c:neigh_add(), neigh_delete(), __neigh_update(), neigh_flush_dev();
 * net/ipv4/arp.c:arp_constructor()
 *
 * <p>Differs: entries are listed by device, then address; the kernel lists them by a hash with a
 * random seed.
 */
final class NeighbourTable {
  /** All MLDv2-capable routers: ff02::16. */
  private static final IpAddress MLD_REPORTS = IpAddress.v6(0xff02L << 48, 0x16);

  private final Netns netns;
  private final IpFamily family;

  NeighbourTable(Netns netns, IpFamily family) {
    this.netns = netns;
    this.family = family;
  }

  /** Returns what a device, which keeps it itself, knows of its neighbours; null if nothing. */
  private DeviceNeighbours known(Link link) {
    return family == IpFamily.V4 ? link.neighbours4 : link.neighbours6;
  }

  /** Returns the same of a device that is about to know something. */
  private DeviceNeighbours knowing(Link link) {
    DeviceNeighbours known = known(link);
    if (known == null) {
      known = new DeviceNeighbours();
      keep(link, known);
    }
    return known;
  }

  private void keep(Link link, DeviceNeighbours known) {
    if (family == IpFamily.V4) {
      link.neighbours4 = known;
    } else {
      link.neighbours6 = known;
    }
  }

  /** Returns the entry for an address on a device, null if there is none. */
  Neighbour find(Link link, IpAddress address) {
    DeviceNeighbours known = known(link);
    return known == null ? null : known.find(address);
  }

  /** Adds all entries to {@code list}, by device in order of ifindex, then by address. */
  void addTo(List<Neighbour> list) {
    List<Link> links = netns.links();
    for (int i = 0; i < links.size(); i++) {
      DeviceNeighbours known = known(links.get(i));
      if (known != null) {
        list.addAll(known.all());
      }
    }
  }

  /** Returns a device's entries by address. */
  List<Neighbour> of(Link link) {
    DeviceNeighbours known = known(link);
    return known == null ? List.of() : known.all();
  }

  /** Adds or changes an entry as asked. */
  void add(Link link, NeighbourSpec spec, RequestMode mode) {
    IpAddress address = spec.address();
    checkIpv6(link, address);
    Neighbour old = find(link, address);
    boolean override = true;
    if (old == null) {
      if (!mode.creates()) {
        throw ErrnoException.of(Errno.ENOENT, "neigh change " + address);
      }
      old = create(link, key(link, address));
    } else {
      if (mode.isExclusive()) {
        throw ErrnoException.of(Errno.EEXIST, "neigh add " + address);
      }
      override = mode.replaces();
    }
    Neighbour fresh = update(old, spec, override);
    put(fresh);
    if (isTold(old, fresh)) {
      netns.rtnetlink().neighbour(false, fresh);
    }
  }

  /**
   * Tells whether a change is told of: one of the MAC address, the state or the flags of an entry
   * that is of use; or that an entry is of no use any more.
   *
   * <p>Models: net/core/neighbour.c:__neigh_update()
   */
  private static boolean isTold(Neighbour old, Neighbour fresh) {
    if (!isValid(fresh.state())) {
      boolean resolving = old.state() == NudState.INCOMPLETE || old.state() == NudState.PROBE;
      return isValid(old.state()) || (resolving && fresh.state() == NudState.FAILED);
    }
    return old.state() != fresh.state()
        || !old.mac().equals(fresh.mac())
        || old.router() != fresh.router()
        || old.externLearned() != fresh.externLearned();
  }

  /** Notes what the kernel learned by itself; it keeps to itself that it is about to ask. */
  void learn(Neighbour fresh) {
    Neighbour old = find(fresh.device(), fresh.address());
    put(fresh);
    boolean asking = fresh.state() == NudState.INCOMPLETE || fresh.state() == NudState.DELAY;
    Neighbour before = old == null ? fresh.withState(NudState.NONE) : old;
    if (!asking && isTold(before, fresh)) {
      netns.rtnetlink().neighbour(false, fresh);
    }
  }

  /** Models: net/ipv6/ndisc.c:ndisc_allow_add() */
  private void checkIpv6(Link link, IpAddress address) {
    if (family == IpFamily.V6 && (link.ipv6 == null || Ipv6.isDisabled(link))) {
      throw ErrnoException.withExtack(
          Errno.EINVAL, "neigh add " + address, "IPv6 is disabled on this device");
    }
  }

  /**
   * Returns the key under which an entry is made: a loopback device has one for all
   * (arp_constructor()). It is looked up by the address asked for all the same.
   */
  private static IpAddress key(Link link, IpAddress address) {
    return link.isLoopback() && address.isV4() ? IpAddress.ANY_V4 : address;
  }

  /** Makes an entry, unless the one for all addresses is there; it stays if the request fails. */
  private Neighbour create(Link link, IpAddress key) {
    Neighbour old = find(link, key);
    if (old == null) {
      old = made(link, key);
      put(old);
    }
    return old;
  }

  /** Returns the entry as it is before anybody has said anything about it. */
  private Neighbour made(Link link, IpAddress address) {
    if (family == IpFamily.V4 ? link.ipv4 == null : link.ipv6 == null) {
      throw ErrnoException.of(Errno.EINVAL, "neigh add " + address);
    }
    if (address.isMulticast()) {
      return noArp(link, address, link.isLoopback() ? link.mac() : multicastMac(address));
    }
    if (!link.isArp() || link.isLoopback()) {
      return noArp(link, address, link.mac());
    }
    if (family == IpFamily.V4
        && netns.lookups().addressType4(address, link, Fib4.LOCAL) == RouteType.BROADCAST) {
      return noArp(link, address, MacAddress.BROADCAST);
    }
    return new Neighbour(link, address, Optional.empty(), NudState.NONE);
  }

  private static Neighbour noArp(Link link, IpAddress address, MacAddress mac) {
    return new Neighbour(link, address, Optional.of(mac), NudState.NOARP);
  }

  private static MacAddress multicastMac(IpAddress address) {
    return address.isV4()
        ? new MacAddress(0x01005e000000L | (address.low() & 0x7fffff))
        : new MacAddress(0x333300000000L | (address.low() & 0xffffffffL));
  }

  private static Neighbour update(Neighbour old, NeighbourSpec spec, boolean override) {
    if (!isValid(spec.state())) {
      return changed(old, spec, old.mac(), old.router());
    }
    boolean wasValid = isValid(old.state());
    if (spec.mac().isEmpty()) {
      if (!wasValid) {
        throw ErrnoException.withExtack(
            Errno.EINVAL, "neigh add " + old.address(), "No link layer address given");
      }
      return changed(old, spec, old.mac(), spec.router());
    }
    if (wasValid && !override && !spec.mac().equals(old.mac())) {
      return old;
    }
    return changed(old, spec, spec.mac(), override ? spec.router() : old.router());
  }

  private static Neighbour changed(
      Neighbour old, NeighbourSpec spec, Optional<MacAddress> mac, boolean router) {
    return new Neighbour(
        old.device(),
        old.address(),
        mac,
        spec.state(),
        router,
        spec.externLearned(),
        spec.protocol().or(old::protocol));
  }

  private static boolean isValid(NudState state) {
    return state != NudState.NONE && state != NudState.FAILED && state != NudState.INCOMPLETE;
  }

  /** Puts what was learnt or set; tells who listens. */
  void put(Neighbour fresh) {
    Neighbour before = knowing(fresh.device()).put(fresh);
    netns.changes().neighbourChanged(before, fresh);
  }

  /** Deletes an entry; it fails before it goes (neigh_delete()). */
  void delete(Link link, IpAddress address) {
    Neighbour entry = find(link, address);
    if (entry == null) {
      throw ErrnoException.of(Errno.ENOENT, "neigh del " + address);
    }
    remove(fail(entry));
  }

  private Neighbour fail(Neighbour entry) {
    Neighbour failed = entry.withState(NudState.FAILED);
    if (netns.rtnetlink().isHeard() && isTold(entry, failed)) {
      netns.rtnetlink().neighbour(false, failed);
    }
    return failed;
  }

  /** Takes out the entry that at last is like {@code shown}. */
  private void remove(Neighbour shown) {
    Neighbour before = known(shown.device()).remove(shown.address());
    netns.changes().neighbourChanged(before, null);
    netns.rtnetlink().neighbour(true, shown);
  }

  /** Forgets an entry that is of no use, for an address that became special (arp_invalidate()). */
  void forget(Link link, IpAddress address) {
    Neighbour entry = find(link, address);
    if (entry != null && !isValid(entry.state())) {
      remove(entry.state() == NudState.NONE ? entry : fail(entry));
    }
  }

  /** Notes that multicast listener reports were sent, for which nothing is resolved. */
  void reported(Link link) {
    if (find(link, MLD_REPORTS) == null) {
      put(made(link, MLD_REPORTS));
    }
  }

  /**
   * Deletes a device's entries, the newest first, permanent ones only if {@code permanentToo}.
   *
   * <p>Models: net/core/neighbour.c:neigh_flush_dev()
   */
  void flush(Link link, boolean permanentToo) {
    DeviceNeighbours known = known(link);
    if (known == null) {
      return;
    }
    for (Neighbour entry : known.newestFirst()) {
      if (permanentToo || entry.state() != NudState.PERMANENT) {
        remove(entry);
      }
    }
  }

  /** Deletes a device's entries and what it proxies: it goes down. */
  void deviceDown(Link link) {
    if (known(link) != null) {
      flush(link, true);
      keep(link, null);
    }
  }

  /** Deletes what {@code ip neigh flush} does. */
  void flushAsked(Link link) {
    for (Neighbour entry : of(link)) {
      if (entry.state() != NudState.PERMANENT && entry.state() != NudState.NOARP) {
        remove(fail(entry));
      }
    }
  }

  // Proxies (NTF_PROXY).

  /** Returns what is proxied on a device, by address. */
  List<ProxyNeighbour> proxied(Link link) {
    DeviceNeighbours known = known(link);
    return known == null ? List.of() : List.copyOf(known.proxied().values());
  }

  /** Tells whether an address is proxied on a device. */
  boolean proxies(Link link, IpAddress address) {
    DeviceNeighbours known = known(link);
    return known != null && known.proxied().containsKey(address);
  }

  /** Proxies an address, or changes how. */
  void addProxy(Link link, NeighbourSpec spec) {
    Map<IpAddress, ProxyNeighbour> proxied = knowing(link).proxies();
    ProxyNeighbour old = proxied.get(spec.address());
    Optional<RouteProtocol> protocol =
        spec.protocol().or(() -> old == null ? Optional.empty() : old.protocol());
    proxied.put(spec.address(), new ProxyNeighbour(link, spec.address(), spec.router(), protocol));
  }

  void deleteProxy(Link link, IpAddress address) {
    DeviceNeighbours known = known(link);
    if (known == null || known.proxies().remove(address) == null) {
      throw ErrnoException.of(Errno.ENOENT, "neigh del proxy " + address);
    }
  }
}
