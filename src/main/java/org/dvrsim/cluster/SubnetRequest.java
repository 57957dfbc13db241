package org.dvrsim.cluster;

import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/** What a subnet shall be: the body of the API's POST /subnets. */
public record SubnetRequest(
    String name,
    IpPrefix cidr,
    Optional<IpAddress> gatewayIp,
    Ipv6Mode ipv6Mode,
    Optional<AddressScope> addressScope) {
  /** Returns a request with Neutron's defaults: the first address is the gateway. */
  public static SubnetRequest of(String name, IpPrefix cidr) {
    return new SubnetRequest(
        name, cidr, Optional.of(cidr.address().plus(1)), Ipv6Mode.NONE, Optional.empty());
  }
}
