package org.dvrsim.kernel;

import java.util.List;
import java.util.Locale;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * What IPv4 packets on their way ask of a namespace: settings as a device and {@code all} give them
 * together, routes, the host's own addresses, and which of them to send from.
 *
 * <p>Models: include/linux/inetdevice.h, net/ipv4/devinet.c, net/ipv4/fib_frontend.c
 */
public final class Ipv4Paths {
  /** A setting under {@code net.ipv4.conf}. */
  public enum Setting {
    /** accept_local. */
    ACCEPT_LOCAL,
    /** accept_redirects. */
    ACCEPT_REDIRECTS,
    /** arp_accept. */
    ARP_ACCEPT,
    /** arp_announce. */
    ARP_ANNOUNCE,
    /** arp_filter. */
    ARP_FILTER,
    /** arp_ignore. */
    ARP_IGNORE,
    /** bc_forwarding. */
    BC_FORWARDING,
    /** forwarding. */
    FORWARDING,
    /** proxy_arp. */
    PROXY_ARP,
    /** proxy_arp_pvlan. */
    PROXY_ARP_PVLAN,
    /** route_localnet. */
    ROUTE_LOCALNET,
    /** rp_filter. */
    RP_FILTER,
    /** secure_redirects. */
    SECURE_REDIRECTS,
    /** send_redirects. */
    SEND_REDIRECTS,
    /** shared_media. */
    SHARED_MEDIA,
    /** src_valid_mark. */
    SRC_VALID_MARK;

    private final int index = SysctlSchema.LINUX.conf4.index(name().toLowerCase(Locale.ROOT));
  }

  private Ipv4Paths() {}

  // Settings.

  /** Returns the device's own value, 0 if it has no IPv4. */
  public static int own(Link link, Setting setting) {
    return link.ipv4 == null ? 0 : link.ipv4.conf.get(setting.index);
  }

  /** Returns the value of {@code all}. */
  public static int all(Netns netns, Setting setting) {
    return netns.settings().conf4All().get(setting.index);
  }

  /** Tells whether the device or {@code all} has it on (IN_DEV_ORCONF). */
  public static boolean either(Link link, Setting setting) {
    return own(link, setting) != 0 || all(link.netns(), setting) != 0;
  }

  /** Tells whether the device and {@code all} have it on (IN_DEV_ANDCONF). */
  public static boolean both(Link link, Setting setting) {
    return own(link, setting) != 0 && all(link.netns(), setting) != 0;
  }

  /** Returns the larger of the device's and {@code all}'s value (IN_DEV_MAXCONF). */
  public static int max(Link link, Setting setting) {
    return Math.max(own(link, setting), all(link.netns(), setting));
  }

  // Routes and addresses.

  /** Looks up a route, also over devices without carrier if {@code ignoreLinkState}. */
  public static FibResult lookup(Netns netns, Flow flow, boolean ignoreLinkState) {
    return netns.lookups().lookup4(flow, ignoreLinkState);
  }

  /** Tells whether rules want to know what is in packets received. */
  public static boolean looksIntoPackets(Netns netns) {
    return netns.rpdb(IpFamily.V4).looksIntoPackets();
  }

  /** Tells whether rules were ever changed (fib4_has_custom_rules). */
  public static boolean hasCustomRules(Netns netns) {
    return netns.fib4().hasCustomRules();
  }

  /** Tells whether the device takes part in IPv4. */
  public static boolean isEnabled(Link link) {
    return link.ipv4 != null;
  }

  /** Tells whether the device has an IPv4 address. */
  public static boolean hasAddress(Link link) {
    return link.ipv4 != null && !link.ipv4.addresses.isEmpty();
  }

  /**
   * Tells whether some device has exactly this address, be it up or down.
   *
   * <p>Models: devinet.c:inet_lookup_ifaddr_rcu()
   */
  public static boolean isInterfaceAddress(Netns netns, IpAddress address) {
    for (Link link : netns.links()) {
      if (link.ipv4 != null) {
        for (IfAddress own : link.ipv4.addresses) {
          if (own.local().equals(address)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Tells whether both addresses lie in one network of the device; any second address does if it is
   * unspecified.
   *
   * <p>Models: devinet.c:inet_addr_onlink()
   */
  public static boolean isOnLink(Link device, IpAddress first, IpAddress second) {
    if (device.ipv4 == null) {
      return false;
    }
    for (IfAddress own : device.ipv4.addresses) {
      if (!own.isSecondary()
          && matches(own, first)
          && (second.isUnspecified() || matches(own, second))) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(IfAddress own, IpAddress address) {
    return own.peer().matches(address, own.prefixLength());
  }

  /**
   * Returns the address to send from by {@code device}, 0.0.0.0 if there is none.
   *
   * @param towards prefer an address of this one's network; unspecified for none
   * @param scope the widest scope number allowed
   *     <p>Models: devinet.c:inet_select_addr()
   */
  public static IpAddress selectAddress(Link device, IpAddress towards, int scope) {
    IpAddress first = null;
    int hostScope =
        either(device, Setting.ROUTE_LOCALNET) ? RouteScope.LINK.value() : RouteScope.HOST.value();
    if (device.ipv4 != null) {
      for (IfAddress own : device.ipv4.addresses) {
        if (own.isSecondary() || Math.min(own.scope().value(), hostScope) > scope) {
          continue;
        }
        if (towards.isUnspecified() || matches(own, towards)) {
          return own.local();
        }
        first = first == null ? own.local() : first;
      }
    }
    return first != null ? first : addressElsewhere(device.netns(), scope);
  }

  private static IpAddress addressElsewhere(Netns netns, int scope) {
    for (Link link : netns.links()) {
      if (link.ipv4 == null) {
        continue;
      }
      for (IfAddress own : link.ipv4.addresses) {
        if (!own.isSecondary()
            && own.scope().value() != RouteScope.LINK.value()
            && own.scope().value() <= scope) {
          return own.local();
        }
      }
    }
    return IpAddress.ANY_V4;
  }

  /**
   * Returns the source address that a route gives packets made here.
   *
   * <p>Models: net/ipv4/fib_semantics.c:fib_result_prefsrc()
   */
  public static IpAddress preferredSource(Netns netns, FibResult result) {
    Route route = result.route().orElseThrow();
    if (route.source().isPresent()) {
      return route.source().get();
    }
    NextHop hop = result.hop();
    Link device = hop.device().orElse(netns.loopback());
    IpAddress gateway = hop.gateway().orElse(IpAddress.ANY_V4);
    return gateway.isV4()
        ? selectAddress(device, gateway, route.scope().value())
        : selectAddress(device, IpAddress.ANY_V4, RouteScope.LINK.value());
  }

  /**
   * Tells whether {@code local} is an address that {@code device}, or any device if it is null, has
   * within {@code scope}, and which fits {@code towards}.
   *
   * <p>Models: devinet.c:inet_confirm_addr(), confirm_addr_indev()
   */
  public static boolean confirms(
      Netns netns, Link device, IpAddress towards, IpAddress local, int scope) {
    if (device != null) {
      return device.ipv4 != null && confirms(device.ipv4.addresses, towards, local, scope);
    }
    for (Link link : netns.links()) {
      if (link.ipv4 != null && confirms(link.ipv4.addresses, towards, local, scope)) {
        return true;
      }
    }
    return false;
  }

  private static boolean confirms(
      List<IfAddress> addresses, IpAddress towards, IpAddress local, int scope) {
    boolean found = false;
    boolean same = false;
    for (IfAddress own : addresses) {
      found |= own.local().equals(local) && own.scope().value() <= scope;
      same |= matches(own, local) && (towards.isUnspecified() || matches(own, towards));
    }
    return found && same;
  }

  /** Returns the loopback device. */
  public static Link loopback(Netns netns) {
    return netns.loopback();
  }
}
