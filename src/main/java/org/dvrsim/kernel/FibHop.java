package org.dvrsim.kernel;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IpAddress;

/**
 * One hop of a {@link FibInfo}; everything but {@code dead} and {@code linkDown} stays once the
 * info is in use.
 *
 * <p>Models: include/net/ip_fib.h:struct fib_nh
 */
final class FibHop {
  Link device;
  IpAddress gateway;
  int scope;
  int weight = 1;
  boolean onLink;
  boolean dead;
  boolean linkDown;

  /** Tells whether this is the same hop, whatever its device's state (fib_info's nh_comp()). */
  boolean isSame(FibHop other) {
    return device == other.device
        && scope == other.scope
        && weight == other.weight
        && onLink == other.onLink
        && Objects.equals(gateway, other.gateway);
  }

  int hash() {
    return (device == null ? 0 : device.hashCode()) * 31 + Objects.hashCode(gateway);
  }

  /** Tells whether this is its device alone, which is of use; see {@link Link#asHops}. */
  boolean isPlain() {
    return device != null && gateway == null && weight == 1 && !onLink && !dead && !linkDown;
  }

  /**
   * Returns the hop as a dump shows it: dead also while nobody uses it for want of a carrier.
   *
   * <p>Models: net/ipv4/fib_semantics.c:fib_nexthop_info()
   */
  NextHop toNextHop() {
    boolean ignored = linkDown && Fib4.ignoresLinkDown(device);
    return new NextHop(
        Optional.ofNullable(device),
        Optional.ofNullable(gateway),
        gateway != null && scope != RouteScope.LINK.value(),
        weight,
        onLink,
        dead || ignored,
        linkDown);
  }
}
