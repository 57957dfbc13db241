package org.dvrsim.cluster;

import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;

/** One address of a port, from one subnet of its network. */
public record PortAddress(Subnet subnet, IpAddress address) {
  /** Returns the address with the subnet's prefix length. */
  public IpInterface toInterface() {
    return new IpInterface(address, subnet.cidr().length());
  }

  /** Returns the address alone. */
  @Override
  public String toString() {
    return address.toString();
  }
}
