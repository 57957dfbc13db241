package org.dvrsim.datapath;

import java.util.List;
import java.util.Optional;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;

/**
 * Which IPv6 address a packet made here gets as its source: of all addresses the one that wins by
 * the first rule of RFC 6724 that tells two apart, the earlier one if none does.
 *
 * <p>Models: net/ipv6/addrconf.c:ipv6_dev_get_saddr(), ipv6_get_saddr_eval(); net/ipv6/addrlabel.c
 */
public final class Ip6SourceAddress {
  private static final int LINK_SCOPE = 2;
  private static final int GLOBAL_SCOPE = 14;

  /** The default policy's labels; the longest prefix that fits counts. */
  private static final List<Label> LABELS =
      List.of(
          new Label(IpPrefix.parse("::1/128"), 0),
          new Label(IpPrefix.parse("::/96"), 3),
          new Label(IpPrefix.parse("::ffff:0:0/96"), 4),
          new Label(IpPrefix.parse("2001::/32"), 6),
          new Label(IpPrefix.parse("2001:10::/28"), 7),
          new Label(IpPrefix.parse("3ffe::/16"), 12),
          new Label(IpPrefix.parse("2002::/16"), 2),
          new Label(IpPrefix.parse("fec0::/10"), 11),
          new Label(IpPrefix.parse("fc00::/7"), 5),
          new Label(IpPrefix.parse("::/0"), 1));

  private record Label(IpPrefix prefix, int label) {}

  private Ip6SourceAddress() {}

  /** Returns the source for {@code destination} by {@code out}; empty if there is none. */
  public static Optional<IpAddress> select(Netns netns, Link out, IpAddress destination) {
    boolean ownOnly =
        destination.isMulticast() || destination.isLinkLocal() || destination.isLoopback();
    IfAddress best = null;
    for (Link link : netns.links()) {
      if (!ownOnly || link == out) {
        for (IfAddress address : link.addresses(IpFamily.V6)) {
          boolean usable = !address.has(IfAddress.TENTATIVE) && !address.local().isMulticast();
          if (usable && (best == null || compare(address, best, destination, out) > 0)) {
            best = address;
          }
        }
      }
    }
    return Optional.ofNullable(best).map(IfAddress::local);
  }

  /** Returns a positive number if {@code one} is better than {@code two}. */
  private static int compare(IfAddress one, IfAddress two, IpAddress to, Link out) {
    int same = Boolean.compare(one.local().equals(to), two.local().equals(to));
    if (same != 0) {
      return same;
    }
    int scope = Integer.compare(byScope(one, to), byScope(two, to));
    if (scope != 0) {
      return scope;
    }
    int device = Boolean.compare(one.device() == out, two.device() == out);
    if (device != 0) {
      return device;
    }
    int label = label(to);
    int sameLabel = Boolean.compare(label(one.local()) == label, label(two.local()) == label);
    return sameLabel != 0 ? sameLabel : Integer.compare(common(one, to), common(two, to));
  }

  /** Prefers the smallest scope that reaches the destination's, else the largest. */
  private static int byScope(IfAddress address, IpAddress to) {
    int scope = scope(address.local());
    return scope >= scope(to) ? -scope : scope - 128;
  }

  private static int scope(IpAddress address) {
    if (address.isMulticast()) {
      return (int) (address.high() >>> 48 & 0xf);
    }
    return address.isLinkLocal() || address.isLoopback() ? LINK_SCOPE : GLOBAL_SCOPE;
  }

  private static int label(IpAddress address) {
    for (Label label : LABELS) {
      if (label.prefix().contains(address)) {
        return label.label();
      }
    }
    return 1;
  }

  private static int common(IfAddress address, IpAddress to) {
    long high = address.local().high() ^ to.high();
    int equal =
        high != 0
            ? Long.numberOfLeadingZeros(high)
            : 64 + Long.numberOfLeadingZeros(address.local().low() ^ to.low());
    return Math.min(equal, address.prefixLength());
  }
}
