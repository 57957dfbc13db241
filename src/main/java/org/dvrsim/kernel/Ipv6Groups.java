package org.dvrsim.kernel;

import java.util.TreeMap;
import org.dvrsim.net.IpAddress;

/**
 * The IPv6 groups that a namespace's devices are in by themselves: those of all nodes and routers,
 * and those by which neighbours ask for an address.
 *
 * <p>Models: net/ipv6/mcast.c:__ipv6_dev_mc_inc(), __ipv6_dev_mc_dec(), ipv6_mc_destroy_dev();
 * net/ipv6/addrconf.c:addrconf_join_solict(), dev_forward_change()
 */
final class Ipv6Groups {
  private static final IpAddress NODES_OF_INTERFACE = IpAddress.v6(0xff01L << 48, 1);
  private static final IpAddress NODES_OF_LINK = IpAddress.v6(0xff02L << 48, 1);
  private static final IpAddress ROUTERS_OF_LINK = IpAddress.v6(0xff02L << 48, 2);
  private static final IpAddress ROUTERS_OF_INTERFACE = IpAddress.v6(0xff01L << 48, 2);
  private static final IpAddress ROUTERS_OF_SITE = IpAddress.v6(0xff05L << 48, 2);
  private static final int FORWARDING = SysctlSchema.LINUX.conf6.index("forwarding");

  private final Netns netns;

  Ipv6Groups(Netns netns) {
    this.netns = netns;
  }

  /**
   * A device got its IPv6 part. It is in the groups of all nodes as long as it has that, for which
   * nothing is to be counted.
   */
  void register(Link link) {
    netns.rtnetlink().group(false, link, NODES_OF_INTERFACE);
    netns.rtnetlink().group(false, link, NODES_OF_LINK);
    if (link.ipv6.conf.isOn(FORWARDING) && link.isMulticast()) {
      join(link, ROUTERS_OF_LINK);
    }
  }

  /** A device loses its IPv6 part; most groups go without a word. */
  void unregister(Link link) {
    netns.rtnetlink().group(true, link, NODES_OF_LINK);
    if (link.ipv6.conf.isOn(FORWARDING)) {
      leave(link, ROUTERS_OF_LINK);
    }
    link.ipv6.groups.clear();
  }

  /** A device began or ceased to forward. */
  void forwardingChanged(Link link) {
    if (!link.isMulticast()) {
      return;
    }
    if (link.ipv6.conf.isOn(FORWARDING)) {
      join(link, ROUTERS_OF_LINK);
      join(link, ROUTERS_OF_INTERFACE);
      join(link, ROUTERS_OF_SITE);
    } else {
      leave(link, ROUTERS_OF_LINK);
      leave(link, ROUTERS_OF_INTERFACE);
      leave(link, ROUTERS_OF_SITE);
    }
  }

  /** A device answers for an address. */
  void joinSolicited(Link link, IpAddress address) {
    if (link.isArp() && !link.isLoopback()) {
      join(link, solicited(address));
    }
  }

  /** A device does not answer for an address any more. */
  void leaveSolicited(Link link, IpAddress address) {
    if (link.isArp() && !link.isLoopback()) {
      leave(link, solicited(address));
    }
  }

  /** Models: include/net/addrconf.h:addrconf_addr_solict_mult() */
  private static IpAddress solicited(IpAddress address) {
    return IpAddress.v6(0xff02L << 48, 0x1_ff00_0000L | (address.low() & 0xff_ffff));
  }

  private void join(Link link, IpAddress group) {
    if (link.ipv6.groups.merge(group, 1, Integer::sum) == 1) {
      netns.rtnetlink().group(false, link, group);
    }
  }

  private void leave(Link link, IpAddress group) {
    TreeMap<IpAddress, Integer> groups = link.ipv6.groups;
    Integer users = groups.get(group);
    if (users == null) {
      return;
    }
    if (users > 1) {
      groups.put(group, users - 1);
    } else {
      groups.remove(group);
      netns.rtnetlink().group(true, link, group);
    }
  }
}
