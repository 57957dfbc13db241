package org.dvrsim.ops;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;

/**
 * Deletes all addresses of a device that match.
 *
 * @param family empty: both
 * @param scope empty: every scope
 */
public record FlushAddresses(
    NetnsName netns, IfName device, Optional<IpFamily> family, Optional<RouteScope> scope)
    implements Op {
  /** Checks that all is given. */
  public FlushAddresses {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(device);
    Objects.requireNonNull(family);
    Objects.requireNonNull(scope);
  }

  @Override
  public String recordedName() {
    return "flush_ip_addresses";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
