package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.TableName;

/**
 * Counts the changes of a namespace and tells those who listen to its kernel. What is replaced by
 * its like is no change.
 *
 * <p>Models: net/core/rtnetlink.c:rtnl_notify()
 */
final class NetnsChanges {
  private final Kernel kernel;
  private final NetnsName netns;
  private long version;

  /** How many of the changes matter to IPv6 alone, and how many are the packet filters'. */
  private long ofIpv6;

  private long ofFilters;

  NetnsChanges(Kernel kernel, NetnsName netns) {
    this.kernel = kernel;
    this.netns = netns;
  }

  /** Returns how many changes there were. */
  long version() {
    return version;
  }

  /** Returns how many changes there were that may matter to IPv4, but for the packet filter's. */
  long ipv4Version() {
    return version - ofIpv6 - ofFilters;
  }

  private void count(IpFamily family) {
    version++;
    if (family == IpFamily.V6) {
      ofIpv6++;
    }
  }

  /** A device came, went (null) or changed. */
  void linkChanged(LinkState before, LinkState after) {
    version++;
    kernel.countLinkChange();
    if (kernel.isWatched()) {
      kernel.tell(
          new KernelEvent.LinkChanged(
              netns, Optional.ofNullable(before), Optional.ofNullable(after)));
    }
  }

  /** An address came, went (null) or changed. */
  void addressChanged(Link link, IfAddress before, IfAddress after) {
    count((after == null ? before : after).local().family());
    link.addressesChanged();
    if (kernel.isWatched()) {
      kernel.tell(
          new KernelEvent.AddressChanged(
              netns, Optional.ofNullable(before), Optional.ofNullable(after)));
    }
  }

  /** Tells whether anybody listens. */
  boolean isWatched() {
    return kernel.isWatched();
  }

  /** An IPv4 route came, went (null) or changed. */
  void routeChanged(FibAlias before, FibAlias after) {
    if (kernel.isWatched()) {
      routeChanged(before == null ? null : before.route(), after == null ? null : after.route());
    } else {
      version++;
    }
  }

  /** A route came, went (null) or changed; an IPv6 route that nobody is told of may be left out. */
  void routeChanged(Route before, Route after) {
    if (before != null && before.equals(after)) {
      return;
    }
    Route route = after == null ? before : after;
    count(route == null ? IpFamily.V6 : route.destination().family());
    if (kernel.isWatched()) {
      kernel.tell(
          new KernelEvent.RouteChanged(
              netns, Optional.ofNullable(before), Optional.ofNullable(after)));
    }
  }

  /** A routing rule came, went (null) or changed. */
  void ruleChanged(IpRule before, IpRule after) {
    count((after == null ? before : after).family());
    if (kernel.isWatched()) {
      kernel.tell(
          new KernelEvent.RuleChanged(
              netns, Optional.ofNullable(before), Optional.ofNullable(after)));
    }
  }

  /** A neighbour entry came, went (null) or changed. */
  void neighbourChanged(Neighbour before, Neighbour after) {
    if (before != null && before.equals(after)) {
      return;
    }
    count((after == null ? before : after).address().family());
    if (kernel.isWatched()) {
      kernel.tell(
          new KernelEvent.NeighbourChanged(
              netns, Optional.ofNullable(before), Optional.ofNullable(after)));
    }
  }

  /** A setting was written, or follows from one that was. */
  void sysctlChanged(String key, String before, String after) {
    if (before.equals(after)) {
      return;
    }
    version++;
    if (kernel.isWatched()) {
      kernel.tell(new KernelEvent.SysctlChanged(netns, key, before, after));
    }
  }

  /** A table of the packet filter changed. */
  void netfilterChanged(Netfilter netfilter, TableName table) {
    version++;
    ofFilters++;
    if (kernel.isWatched()) {
      kernel.tell(new KernelEvent.NetfilterChanged(netns, netfilter.family(), table));
    }
  }
}
