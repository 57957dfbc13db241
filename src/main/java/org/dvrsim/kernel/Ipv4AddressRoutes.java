package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;

/**
 * Keeps the kernel's own IPv4 routes in step with the addresses: local, connected and broadcast.
 *
 * <p>Models: net/ipv4/fib_frontend.c:fib_add_ifaddr(), fib_del_ifaddr(), fib_modify_prefix_metric()
 */
final class Ipv4AddressRoutes {
  private final Netns netns;
  private final Fib4 fib;
  private final Fib4Requests requests;

  Ipv4AddressRoutes(Netns netns, Fib4 fib, Fib4Requests requests) {
    this.netns = netns;
    this.fib = fib;
    this.requests = requests;
  }

  /** Adds the routes of {@code address}; those but the local one only while the device is up. */
  void add(IfAddress address) {
    Link link = address.device();
    IfAddress primary = address.isSecondary() ? primaryOf(address) : address;
    if (primary == null) {
      return;
    }
    IpAddress source = primary.local();
    own(RouteType.LOCAL, IpPrefix.host(address.local()), link, source, 0);
    if (!link.isUp()) {
      return;
    }
    Optional<IpAddress> broadcast = address.broadcast();
    if (broadcast.isPresent() && !broadcast.get().isLimitedBroadcast()) {
      own(RouteType.BROADCAST, IpPrefix.host(broadcast.get()), link, source, 0);
      netns.table(IpFamily.V4).forget(link, broadcast.get());
    }
    if (address.isSecondary()) {
      return;
    }
    IpPrefix network = address.network();
    if (isSubnet(address, network)) {
      if (!address.has(IfAddress.NOPREFIXROUTE)) {
        own(connectedType(link), network, link, source, address.metric());
      }
      if (address.prefixLength() < 31) {
        IpAddress last = network.last();
        own(RouteType.BROADCAST, IpPrefix.host(last), link, source, 0);
        netns.table(IpFamily.V4).forget(link, last);
      }
    }
  }

  private void own(RouteType type, IpPrefix prefix, Link link, IpAddress source, long metric) {
    requests.addOwn(type, prefix, link, source, metric);
  }

  private static RouteType connectedType(Link link) {
    return link.isLoopback() ? RouteType.LOCAL : RouteType.UNICAST;
  }

  /** Tells whether the address's network is one: not that of 0.0.0.0, not the address alone. */
  private static boolean isSubnet(IfAddress address, IpPrefix network) {
    return !network.address().isUnspecified()
        && (!network.address().equals(address.local()) || address.prefixLength() < 32);
  }

  /** Returns the primary address of the same network, null if there is none (inet_ifa_byprefix). */
  private static IfAddress primaryOf(IfAddress address) {
    return primaryOf(address.device(), address);
  }

  private static IfAddress primaryOf(Link link, IfAddress address) {
    for (IfAddress other : link.ipv4.addresses) {
      if (!other.isSecondary() && other.sameNetwork(address)) {
        return other;
      }
    }
    return null;
  }

  /** Gives the connected route of {@code address} another metric. */
  void changeMetric(IfAddress address, long metric) {
    Link link = address.device();
    IpPrefix network = address.network();
    if (!link.isUp()
        || address.isSecondary()
        || address.has(IfAddress.NOPREFIXROUTE)
        || network.address().isUnspecified()
        || (network.address().equals(address.local()) && address.prefixLength() == 32)) {
      return;
    }
    own(connectedType(link), network, link, address.local(), metric);
    requests.deleteOwn(connectedType(link), network, link, address.local(), address.metric());
  }

  /**
   * Removes the routes of {@code gone} that no other address needs.
   *
   * @param gone the address, already off its device's list, unless it is being moved up
   * @param replaced the primary whose secondaries are about to hang on another; null if none is
   */
  void remove(IfAddress gone, IfAddress replaced) {
    Link link = gone.device();
    IpPrefix network = gone.network();
    IpAddress last = network.last();
    IfAddress primary = gone;
    boolean subnet = false;
    if (gone.isSecondary()) {
      primary = primaryOf(link, gone);
      if (primary == null || (replaced != null && !replaced.equals(primary))) {
        return;
      }
    } else if (isSubnet(gone, network)) {
      if (!gone.has(IfAddress.NOPREFIXROUTE)) {
        requests.deleteOwn(connectedType(link), network, link, primary.local(), 0);
      }
      subnet = true;
    }
    StillNeeded needed = new StillNeeded(gone, primary, replaced, network.address(), last);
    needed.scan(link);
    IpAddress source = primary.local();
    IpAddress broadcast = gone.broadcast().orElse(IpAddress.ANY_V4);
    if (!needed.broadcast) {
      requests.deleteOwn(RouteType.BROADCAST, IpPrefix.host(broadcast), link, source, 0);
    }
    if (subnet && gone.prefixLength() < 31) {
      if (!needed.last) {
        requests.deleteOwn(RouteType.BROADCAST, IpPrefix.host(last), link, source, 0);
      }
      if (!needed.first) {
        requests.deleteOwn(RouteType.BROADCAST, IpPrefix.host(network.address()), link, source, 0);
      }
    }
    if (!needed.local) {
      requests.deleteOwn(RouteType.LOCAL, IpPrefix.host(gone.local()), link, source, 0);
      if (needed.gone
          && netns.lookups().addressType4(gone.local(), null, Fib4.LOCAL) != RouteType.LOCAL) {
        fib.sourceLost(gone.local());
      }
    }
  }

  /** Finds out which of an address's routes the other addresses of the device still need. */
  private static final class StillNeeded {
    final IfAddress address;
    final IfAddress primary;
    final IfAddress replaced;
    final IpAddress myFirst;
    final IpAddress myLast;
    boolean local;
    boolean broadcast;
    boolean first;
    boolean last;
    boolean gone = true;

    StillNeeded(
        IfAddress address,
        IfAddress primary,
        IfAddress replaced,
        IpAddress myFirst,
        IpAddress myLast) {
      this.address = address;
      this.primary = primary;
      this.replaced = replaced;
      this.myFirst = myFirst;
      this.myLast = myLast;
    }

    void scan(Link link) {
      IfAddress otherPrimary = null;
      boolean sameSource = false;
      for (IfAddress other : link.ipv4.addresses) {
        if (other.equals(address)) {
          gone = false;
          continue;
        }
        if (replaced != null && other.sameNetwork(replaced)) {
          continue;
        }
        if (!other.isSecondary()) {
          if (!primary.local().equals(other.local())) {
            continue;
          }
          otherPrimary = other;
          if (!primary.equals(other)) {
            sameSource = true;
          }
        } else if (other.sameNetwork(primary)) {
          otherPrimary = primary;
        } else {
          if (!sameSource) {
            continue;
          }
          if (otherPrimary == null || !other.sameNetwork(otherPrimary)) {
            otherPrimary = primaryOf(link, other);
          }
          if (otherPrimary == null || !otherPrimary.local().equals(primary.local())) {
            continue;
          }
        }
        note(other, other.equals(otherPrimary));
      }
    }

    private void note(IfAddress other, boolean isPrimary) {
      IpAddress otherBroadcast = other.broadcast().orElse(IpAddress.ANY_V4);
      IpAddress mine = address.broadcast().orElse(IpAddress.ANY_V4);
      local |= address.local().equals(other.local());
      broadcast |= mine.equals(otherBroadcast);
      last |= myLast.equals(otherBroadcast);
      first |= myFirst.equals(otherBroadcast);
      if (isPrimary && other.prefixLength() < 31) {
        IpPrefix otherNetwork = other.network();
        IpAddress otherFirst = otherNetwork.address();
        IpAddress otherLast = otherNetwork.last();
        if (!otherFirst.isUnspecified()) {
          broadcast |= mine.equals(otherLast) || mine.equals(otherFirst);
          last |= myLast.equals(otherLast) || myLast.equals(otherFirst);
          first |= myFirst.equals(otherLast) || myFirst.equals(otherFirst);
        }
      }
    }
  }
}
