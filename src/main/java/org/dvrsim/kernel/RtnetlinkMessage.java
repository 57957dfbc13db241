package org.dvrsim.kernel;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * A notification of rtnetlink, as {@code ip monitor} receives it.
 *
 * <p>It shows its object as it was when the message was sent: devices in it are {@linkplain
 * Link#frozen() frozen}. Unlike {@link KernelEvent}s, which tell of every change, these are the
 * messages that Linux sends: it keeps silent about some changes, such as IPv4 routes that go with
 * their device, and speaks more than once of others.
 *
 * <p>Models: net/core/rtnetlink.c:rtnl_notify() and its callers, which the records name
 */
public sealed interface RtnetlinkMessage {
  /** Tells whether the object is gone (RTM_DEL...). */
  boolean deleted();

  /**
   * A device: RTM_NEWLINK, RTM_DELLINK.
   *
   * <p>Models: net/core/rtnetlink.c:rtnl_fill_ifinfo()
   *
   * @param moved where it went, if it left for another namespace
   */
  record OfLink(boolean deleted, Link link, Optional<Move> moved) implements RtnetlinkMessage {}

  /**
   * Where a device went that left a namespace.
   *
   * @param netnsId the number by which the namespace it left knows the other
   * @param ifindex the device's number there
   */
  record Move(int netnsId, int ifindex) {}

  /**
   * An address: RTM_NEWADDR, RTM_DELADDR.
   *
   * <p>Models: net/ipv4/devinet.c:rtmsg_ifa(), net/ipv6/addrconf.c:inet6_ifa_notify()
   */
  record OfAddress(boolean deleted, IfAddress address) implements RtnetlinkMessage {}

  /**
   * A group that a device is in: RTM_NEWMULTICAST, RTM_DELMULTICAST.
   *
   * <p>Models: net/ipv4/igmp.c:inet_ifmcaddr_notify(), net/ipv6/mcast.c:inet6_ifmcaddr_notify()
   */
  record OfGroup(boolean deleted, Link link, IpAddress group) implements RtnetlinkMessage {}

  /**
   * An IPv6 anycast address: RTM_NEWANYCAST, RTM_DELANYCAST.
   *
   * <p>Models: net/ipv6/anycast.c:inet6_ifacaddr_notify()
   */
  record OfAnycast(boolean deleted, Link link, IpAddress address) implements RtnetlinkMessage {}

  /**
   * A route: RTM_NEWROUTE, RTM_DELROUTE.
   *
   * <p>Models: net/ipv4/fib_semantics.c:rtmsg_fib(), net/ipv6/route.c:inet6_rt_notify()
   */
  record OfRoute(boolean deleted, Route route) implements RtnetlinkMessage {}

  /**
   * A routing rule: RTM_NEWRULE, RTM_DELRULE.
   *
   * <p>Models: net/core/fib_rules.c:notify_rule_change(), fib_nl_fill_rule()
   *
   * @param resolved whether the rule that it goes to was there
   * @param iifThere whether there was a device of the name that it has for incoming packets
   * @param oifThere likewise for outgoing ones
   */
  record OfRule(boolean deleted, IpRule rule, boolean resolved, boolean iifThere, boolean oifThere)
      implements RtnetlinkMessage {}

  /**
   * A neighbour: RTM_NEWNEIGH, RTM_DELNEIGH.
   *
   * <p>Models: net/core/neighbour.c:__neigh_notify()
   */
  record OfNeighbour(boolean deleted, Neighbour neighbour) implements RtnetlinkMessage {}

  /**
   * Settings of a device: RTM_NEWNETCONF, RTM_DELNETCONF.
   *
   * <p>Models: net/ipv4/devinet.c:inet_netconf_notify_devconf(),
   * net/ipv6/addrconf.c:inet6_netconf_notify_devconf()
   *
   * @param values in the order of printing; none if they are gone
   */
  record OfSettings(boolean deleted, IpFamily family, Scope scope, List<Setting> values)
      implements RtnetlinkMessage {}

  /** Whose settings they are: a device's, or one of the two templates {@code all, default}. */
  record Scope(String template, Optional<Link> link) {
    static final Scope ALL = new Scope("all", Optional.empty());
    static final Scope DEFAULT = new Scope("default", Optional.empty());

    static Scope of(Link link) {
      return new Scope("", Optional.of(link));
    }
  }

  /** One setting and its value. */
  record Setting(Key key, long value) {
    /** What netconf tells of, in the order of printing. */
    public enum Key {
      /** Whether packets are forwarded. */
      FORWARDING,
      /** How the source of a packet is checked. */
      RP_FILTER,
      /** Whether multicast packets are forwarded. */
      MC_FORWARDING,
      /** Whether ARP or neighbour discovery is answered for others. */
      PROXY_NEIGH,
      /** Whether routes without a carrier count. */
      IGNORE_ROUTES_WITH_LINKDOWN
    }
  }

  /**
   * A number for another namespace: RTM_NEWNSID, RTM_DELNSID.
   *
   * <p>Models: net/core/net_namespace.c:rtnl_net_notifyid()
   */
  record OfNetnsId(boolean deleted, int id) implements RtnetlinkMessage {}
}
