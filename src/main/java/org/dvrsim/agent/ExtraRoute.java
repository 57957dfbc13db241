package org.dvrsim.agent;

import java.util.Objects;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/** A static route of a router: an element of the payload's {@code routes}. */
public record ExtraRoute(IpPrefix destination, IpAddress nexthop) {

  /** Checks that both are given. */
  public ExtraRoute {
    Objects.requireNonNull(destination);
    Objects.requireNonNull(nexthop);
  }
}
