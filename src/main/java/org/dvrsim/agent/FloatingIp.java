package org.dvrsim.agent;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IpAddress;

/**
 * A floating IP of a router: an element of the payload's {@code _floatingips}.
 *
 * @param status the server's last known status, such as {@code DOWN}; empty text if not told
 * @param floatingNetworkId the external network; empty if not told
 * @param host where the fixed port is bound; empty if nowhere
 * @param destHost where the fixed port is migrating to; empty if it is not
 * @param dvrSnatBound whether the address is centralised on the SNAT host
 * @param fixedIpAddressScope the id of the fixed address's scope; empty for none
 */
public record FloatingIp(
    String id,
    IpAddress floatingIpAddress,
    IpAddress fixedIpAddress,
    String portId,
    String status,
    Optional<String> floatingNetworkId,
    Optional<String> routerId,
    Optional<String> host,
    Optional<String> destHost,
    boolean dvrSnatBound,
    Optional<String> fixedIpAddressScope) {

  /** Checks that all is given. */
  public FloatingIp {
    Objects.requireNonNull(id);
    Objects.requireNonNull(floatingIpAddress);
    Objects.requireNonNull(fixedIpAddress);
    Objects.requireNonNull(portId);
    Objects.requireNonNull(status);
    Objects.requireNonNull(floatingNetworkId);
    Objects.requireNonNull(routerId);
    Objects.requireNonNull(host);
    Objects.requireNonNull(destHost);
    Objects.requireNonNull(fixedIpAddressScope);
  }
}
