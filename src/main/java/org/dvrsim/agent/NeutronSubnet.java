package org.dvrsim.agent;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/**
 * A subnet as a port's payload describes it: an element of {@code subnets}.
 *
 * @param gatewayIp empty if the subnet has no gateway
 * @param ipv6RaMode {@code slaac}, {@code dhcpv6-stateful}, {@code dhcpv6-stateless} or empty
 * @param ipv6AddressMode the same values
 */
public record NeutronSubnet(
    String id,
    IpPrefix cidr,
    Optional<IpAddress> gatewayIp,
    Optional<String> ipv6RaMode,
    Optional<String> ipv6AddressMode) {

  /** Checks that all is given. */
  public NeutronSubnet {
    Objects.requireNonNull(id);
    Objects.requireNonNull(cidr);
    Objects.requireNonNull(gatewayIp);
    Objects.requireNonNull(ipv6RaMode);
    Objects.requireNonNull(ipv6AddressMode);
  }

  /** Returns a subnet without IPv6 modes. */
  public static NeutronSubnet of(String id, IpPrefix cidr, Optional<IpAddress> gatewayIp) {
    return new NeutronSubnet(id, cidr, gatewayIp, Optional.empty(), Optional.empty());
  }
}
