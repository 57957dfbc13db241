package org.dvrsim.kernel;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;

/**
 * An address as a request names it (RTM_NEWADDR, RTM_DELADDR).
 *
 * @param cidr the local address and its prefix length
 * @param peer the other end's address of a point-to-point link, if it is not the local one
 * @param broadcast the broadcast address, if one is asked for
 * @param scope empty: the kernel's choice (IPv4: global as sent by iproute2, host for loopback)
 * @param label the IPv4 label, empty for the device's name
 * @param noPrefixRoute whether the connected route is left out
 */
public record AddressSpec(
    IpInterface cidr,
    Optional<IpAddress> peer,
    Optional<IpAddress> broadcast,
    Optional<RouteScope> scope,
    String label,
    boolean noPrefixRoute) {
  /** Checks that all is given. */
  public AddressSpec {
    Objects.requireNonNull(cidr);
    Objects.requireNonNull(peer);
    Objects.requireNonNull(broadcast);
    Objects.requireNonNull(scope);
    Objects.requireNonNull(label);
  }

  /** Returns a request for {@code cidr} alone. */
  public static AddressSpec of(IpInterface cidr) {
    return new AddressSpec(cidr, Optional.empty(), Optional.empty(), Optional.empty(), "", false);
  }

  /** Returns a request for {@code cidr} with a scope and, where given, a broadcast address. */
  public static AddressSpec of(IpInterface cidr, RouteScope scope, Optional<IpAddress> broadcast) {
    return new AddressSpec(cidr, Optional.empty(), broadcast, Optional.of(scope), "", false);
  }
}
