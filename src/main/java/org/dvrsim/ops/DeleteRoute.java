package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.net.NetnsName;

/**
 * Deletes the first route that has every attribute sent.
 *
 * <p>Refused with ESRCH if none has.
 */
public record DeleteRoute(NetnsName netns, RouteSpec route) implements Op {
  /** Checks that all is given. */
  public DeleteRoute {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(route);
  }

  @Override
  public String recordedName() {
    return "delete_ip_route";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
