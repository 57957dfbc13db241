package org.dvrsim.agent;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IpFamily;

/**
 * The address scopes that a port's addresses belong to: the payload's {@code address_scopes}.
 *
 * @param v4 the id of the IPv4 address scope; empty for none
 * @param v6 the id of the IPv6 address scope; empty for none
 */
public record AddressScopes(Optional<String> v4, Optional<String> v6) {
  /** In no address scope. */
  public static final AddressScopes NONE = new AddressScopes(Optional.empty(), Optional.empty());

  /** Checks that both are given. */
  public AddressScopes {
    Objects.requireNonNull(v4);
    Objects.requireNonNull(v6);
  }

  /** Returns the scope of one family. */
  public Optional<String> of(IpFamily family) {
    return family == IpFamily.V4 ? v4 : v6;
  }
}
