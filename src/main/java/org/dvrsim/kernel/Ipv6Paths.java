package org.dvrsim.kernel;

import org.dvrsim.net.IpAddress;

/**
 * What IPv6 packets on their way ask of a namespace.
 *
 * <p>Models: net/ipv6/addrconf.c:ipv6_dev_get_saddr(), ipv6_chk_addr(); net/ipv6/ndisc.c
 */
public final class Ipv6Paths {
  private static final int FORWARDING = SysctlSchema.LINUX.conf6.index("forwarding");
  private static final int ACCEPT_REDIRECTS = SysctlSchema.LINUX.conf6.index("accept_redirects");

  private Ipv6Paths() {}

  /** Looks up a route by the rule database. */
  public static FibResult lookup(Netns netns, Flow flow) {
    return netns.lookups().lookup6(flow, false);
  }

  /** Tells whether the namespace forwards (net.ipv6.conf.all.forwarding). */
  public static boolean isForwarding(Netns netns) {
    return netns.settings().conf6All().isOn(FORWARDING);
  }

  /** Tells whether the device takes up routers' recommendations. */
  public static boolean acceptsRedirects(Link device) {
    return device.ipv6 != null && device.ipv6.conf.isOn(ACCEPT_REDIRECTS);
  }

  /** Tells whether the device takes part in IPv6. */
  public static boolean isEnabled(Link device) {
    return device.ipv6 != null && !Ipv6.isDisabled(device);
  }

  /** Tells whether {@code device} has {@code address}. */
  public static boolean hasAddress(Link device, IpAddress address) {
    return find(device, address) != null;
  }

  private static IfAddress find(Link device, IpAddress address) {
    if (device.ipv6 != null) {
      for (IfAddress own : device.ipv6.addresses) {
        if (own.local().equals(address)) {
          return own;
        }
      }
    }
    return null;
  }

  /** Returns the address to ask a neighbour from, null if the device has none to ask from. */
  public static IpAddress solicitSource(Link device, IpAddress packetSource) {
    if (hasAddress(device, packetSource)) {
      return packetSource;
    }
    if (device.ipv6 != null) {
      for (IfAddress own : device.ipv6.addresses) {
        if (own.local().isLinkLocal()) {
          return own.local();
        }
      }
    }
    return null;
  }

  /**
   * Returns the address to send from by {@code device}, {@code ::} if there is none.
   *
   * <p>Models: addrconf.c:ipv6_dev_get_saddr() with the rules of RFC 6724 on scope, deprecation,
   * outgoing device and longest prefix
   */
  public static IpAddress selectAddress(Netns netns, Link device, IpAddress destination) {
    IfAddress best = null;
    for (Link link : netns.links()) {
      boolean strict =
          destination.isMulticast() || destination.isLinkLocal() || destination.isLoopback();
      if (link.ipv6 == null || (strict && link != device)) {
        continue;
      }
      for (IfAddress own : link.ipv6.addresses) {
        if (own.has(IfAddress.TENTATIVE) || own.local().isMulticast()) {
          continue;
        }
        if (best == null || isBetter(own, best, device, destination)) {
          best = own;
        }
      }
    }
    return best == null ? IpAddress.ANY_V6 : best.local();
  }

  private static boolean isBetter(
      IfAddress one, IfAddress two, Link device, IpAddress destination) {
    boolean same = one.local().equals(destination);
    if (same != two.local().equals(destination)) {
      return same;
    }
    int wanted = scope(destination);
    int first = scope(one.local());
    int second = scope(two.local());
    if (first != second) {
      return first < second ? first >= wanted : second < wanted;
    }
    boolean deprecated = one.has(IfAddress.DEPRECATED);
    if (deprecated != two.has(IfAddress.DEPRECATED)) {
      return !deprecated;
    }
    if ((one.device() == device) != (two.device() == device)) {
      return one.device() == device;
    }
    return common(one.local(), destination) > common(two.local(), destination);
  }

  /** Returns the address's scope as in RFC 4291: 1 host, 2 link, 14 global. */
  private static int scope(IpAddress address) {
    if (address.isLoopback()) {
      return 1;
    }
    if (address.isMulticast()) {
      return (int) (address.high() >>> 48) & 0xf;
    }
    return address.isLinkLocal() ? 2 : 14;
  }

  private static int common(IpAddress one, IpAddress two) {
    int high = Long.numberOfLeadingZeros(one.high() ^ two.high());
    return high < 64 ? high : 64 + Long.numberOfLeadingZeros(one.low() ^ two.low());
  }
}
