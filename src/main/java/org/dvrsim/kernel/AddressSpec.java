package org.dvrsim.kernel;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;

/**
 * An address as a request names it (RTM_NEWADDR, RTM_DELADDR).
 *
 * @param cidr the local address and the prefix length sent, which is the peer's if there is one
 * @param peer the other end's address of a point-to-point link, if it is not the local one
 * @param broadcast the broadcast address, if one is asked for
 * @param scope empty: the kernel's choice (IPv4: global as sent by iproute2, host for loopback)
 * @param label the IPv4 label, empty for the device's name
 * @param flags IFA_F_* bits, as {@link IfAddress} names them
 * @param lifetime how long it lasts
 * @param metric the metric of the connected route (IFA_RT_PRIORITY)
 * @param protocol who installs it (IFA_PROTO), 0 if not sent
 * @param anyLength when deleting: IFA_ADDRESS is not sent, so the prefix length does not count
 */
public record AddressSpec(
    IpInterface cidr,
    Optional<IpAddress> peer,
    Optional<IpAddress> broadcast,
    Optional<RouteScope> scope,
    String label,
    int flags,
    AddressLifetime lifetime,
    Optional<Long> metric,
    int protocol,
    boolean anyLength) {
  /** Checks that all is given. */
  public AddressSpec {
    Objects.requireNonNull(cidr);
    Objects.requireNonNull(peer);
    Objects.requireNonNull(broadcast);
    Objects.requireNonNull(scope);
    Objects.requireNonNull(label);
    Objects.requireNonNull(lifetime);
    Objects.requireNonNull(metric);
  }

  /** Builds a request without the rarer attributes. */
  public AddressSpec(
      IpInterface cidr,
      Optional<IpAddress> peer,
      Optional<IpAddress> broadcast,
      Optional<RouteScope> scope,
      String label,
      boolean noPrefixRoute) {
    this(
        cidr,
        peer,
        broadcast,
        scope,
        label,
        noPrefixRoute ? IfAddress.NOPREFIXROUTE : 0,
        AddressLifetime.UNLIMITED,
        Optional.empty(),
        0,
        false);
  }

  /** Tells whether a flag is asked for. */
  public boolean has(int flag) {
    return (flags & flag) == flag;
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
