package org.dvrsim.agent;

import java.util.Objects;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;

/**
 * One address of a port: an element of the payload's {@code fixed_ips}.
 *
 * @param prefixLength the length of the subnet's prefix; the family's full length where the payload
 *     gives none
 */
public record FixedIp(IpAddress ipAddress, int prefixLength, String subnetId) {

  /** Checks that all is given and the length is possible. */
  public FixedIp {
    Objects.requireNonNull(subnetId);
    IpPrefix.of(ipAddress, prefixLength);
  }

  /**
   * Returns the address with its prefix length, such as {@code 10.1.0.1/24}.
   *
   * <p>Models: neutron/common/utils.py:fixed_ip_cidrs
   */
  public IpInterface cidr() {
    return new IpInterface(ipAddress, prefixLength);
  }
}
