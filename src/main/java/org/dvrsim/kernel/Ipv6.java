package org.dvrsim.kernel;

import java.util.List;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * What IPv6 makes of a namespace's devices: they come, go up and down, and are set up.
 *
 * <p>Models: net/ipv6/addrconf.c:addrconf_notify(), addrconf_ifdown(), addrconf_dev_config(),
 * init_loopback(), addrconf_permanent_addr()
 */
final class Ipv6 {
  private static final SysctlSchema.Directory CONF = SysctlSchema.LINUX.conf6;
  private static final int FORWARDING = CONF.index("forwarding");
  private static final int DISABLE = CONF.index("disable_ipv6");
  private static final int KEEP = CONF.index("keep_addr_on_down");
  private static final int MTU = CONF.index("mtu");

  /** What makes no sense on a loopback device (ipv6_add_dev()). */
  private static final List<Integer> NOT_FOR_LOOPBACK =
      List.of(
          CONF.index("accept_dad"), CONF.index("router_solicitations"), CONF.index("use_tempaddr"));

  /** What most loopback devices start with: those of namespaces with Linux's own defaults. */
  private static final DevConf OF_LOOPBACK = forLoopback(CONF.newDefault());

  private static final IpAddress LOOPBACK = IpAddress.v6(0, 1);

  private final Netns netns;
  private final Fib6 fib;
  private final Ipv6Addresses addresses;
  private final Ipv6AddressRoutes routes;
  private final Ipv6Groups groups;

  Ipv6(
      Netns netns, Fib6 fib, Ipv6Addresses addresses, Ipv6AddressRoutes routes, Ipv6Groups groups) {
    this.netns = netns;
    this.fib = fib;
    this.addresses = addresses;
    this.routes = routes;
    this.groups = groups;
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
    DevConf conf = startOf(link);
    conf.put(MTU, link.mtu());
    link.ipv6 = new Ipv6Device(conf);
    link.ipv6.ready = Ipv6Addresses.isReady(link);
    netns.netconf().device(IpFamily.V6, link);
    groups.register(link);
  }

  /** Returns the settings that a device starts with, but for its MTU. */
  private DevConf startOf(Link link) {
    DevConf template = netns.settings().conf6Default();
    if (!link.isLoopback()) {
      return template.copy();
    }
    return template.isInitial() ? OF_LOOPBACK.copy() : forLoopback(template.copy());
  }

  private static DevConf forLoopback(DevConf conf) {
    NOT_FOR_LOOPBACK.forEach(index -> conf.put(index, -1));
    return conf;
  }

  /** A device got another name. */
  void renamed(Link link) {
    if (link.ipv6 != null) {
      netns.netconf().deviceGone(IpFamily.V6, link);
      netns.netconf().device(IpFamily.V6, link);
    }
  }

  /** The device was brought up (NETDEV_UP). */
  void deviceUp(Link link) {
    if (isDisabled(link) && link.ipv6 != null) {
      return;
    }
    restorePermanent(link);
    if (!Ipv6Addresses.isReady(link)) {
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
        addresses.restore(address);
      }
    }
  }

  /** The device's carrier changed while it was up (NETDEV_CHANGE). */
  void carrierChanged(Link link) {
    if (link.ipv6 == null || isDisabled(link)) {
      return;
    }
    if (!Ipv6Addresses.isReady(link)) {
      fib.carrierLost(link);
    } else if (link.ipv6.ready) {
      fib.deviceBack(link, false);
      if (!link.ipv6.addresses.isEmpty()) {
        addresses.reportGroups(link);
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
      link.ipv6.conf.put(MTU, link.mtu());
    }
  }

  private void configure(Link link) {
    if (link.isLoopback()) {
      addresses.addOwn(link, LOOPBACK, 128, RouteScope.HOST, IfAddress.PROTO_KERNEL_LO, false);
      return;
    }
    routes.addMulticast(link);
    if (link.ipv6.addrGenMode() == AddrGenMode.EUI64) {
      addresses.addOwn(
          link, link.mac().toLinkLocal(), 64, RouteScope.LINK, IfAddress.PROTO_KERNEL_LL, true);
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
        netns.rtnetlink().addressGone(address);
        routes.remove(address);
        netns.changes().addressChanged(link, address, null);
      } else {
        routes.leaveGroups(address);
        addresses.setTentative(address, true);
      }
    }
    for (IpAddress address : List.copyOf(link.ipv6.anycast.keySet())) {
      routes.dropAnycast(link, address);
    }
    link.ipv6.anycast.clear();
    if (unregister) {
      groups.unregister(link);
      netns.netconf().deviceGone(IpFamily.V6, link);
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
      link.ipv6.conf.put(MTU, link.mtu());
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
    addresses.reportGroups(link);
    groups.forwardingChanged(link);
    for (IfAddress address : List.copyOf(link.ipv6.addresses)) {
      if (!address.has(IfAddress.TENTATIVE)) {
        if (on) {
          routes.joinAnycast(address);
        } else {
          routes.leaveAnycast(address);
        }
      }
    }
    netns.netconf().setting(link.ipv6.conf, FORWARDING);
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
}
