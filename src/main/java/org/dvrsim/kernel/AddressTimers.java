package org.dvrsim.kernel;

import java.util.function.Consumer;
import org.dvrsim.base.SimClock;
import org.dvrsim.base.SimTime;
import org.dvrsim.net.IpFamily;

/**
 * Deprecates addresses and takes them away when their time is over, and IPv6 prefix routes
 * likewise.
 *
 * <p>Models: net/ipv4/devinet.c:check_lifetime(), net/ipv6/addrconf.c:addrconf_verify_rtnl(),
 * net/ipv6/ip6_fib.c:fib6_age()
 *
 * <p>Differs: Linux looks once a second or later, and leaves expired routes, which no longer count,
 * in their table for up to half a minute.
 */
final class AddressTimers {
  private final Netns netns;

  AddressTimers(Netns netns) {
    this.netns = netns;
  }

  private SimClock clock() {
    return netns.kernel().clock();
  }

  /** Returns the lifetimes of an address that is added or changed now. */
  AddressLifetime start(AddressLifetime lifetime) {
    return lifetime.startingAt(clock().now());
  }

  /** Watches an address that was added or changed. */
  void watch(IfAddress address) {
    if (address.lifetime().from().isEmpty()) {
      return; // it is not counted down, as most are not
    }
    address.lifetime().deprecation().ifPresent(when -> at(when, address, this::deprecate));
    address.lifetime().end().ifPresent(when -> at(when, address, this::end));
  }

  private void at(SimTime when, IfAddress address, Consumer<IfAddress> action) {
    clock()
        .at(
            when,
            () -> {
              IfAddress present = present(address);
              if (present != null) {
                action.accept(present);
              }
            });
  }

  /** Returns what became of an address, null if it is gone or its lifetimes were set anew. */
  private IfAddress present(IfAddress address) {
    Link link = address.device();
    if (link.netns() != netns) {
      return null;
    }
    for (IfAddress other : link.addresses(address.family())) {
      if (other.cidr().equals(address.cidr())
          && other.peer().equals(address.peer())
          && other.lifetime().equals(address.lifetime())) {
        return other;
      }
    }
    return null;
  }

  private void deprecate(IfAddress address) {
    IfAddress deprecated = address.withFlags(address.flags() | IfAddress.DEPRECATED);
    if (address.family() == IpFamily.V4) {
      netns.ipv4().replace(address, deprecated);
    } else {
      netns.ipv6Addresses().replace(address, deprecated);
    }
  }

  private void end(IfAddress address) {
    if (address.family() == IpFamily.V4) {
      netns.ipv4().remove(address.device(), address);
    } else {
      netns.ipv6Addresses().remove(address);
    }
  }

  /** Watches a route that lasts until {@link Fib6Route#expires}. */
  void watch(Fib6Route route) {
    SimTime when = route.expires;
    clock()
        .at(
            when,
            () -> {
              if (when.equals(route.expires) && route.isIn) {
                netns.fib6().delete(route);
              }
            });
  }
}
