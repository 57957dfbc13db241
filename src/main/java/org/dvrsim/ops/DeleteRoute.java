package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.net.NetnsName;

/**
 * Deletes the first route that has every attribute sent.
 *
 * <p>Refused with ESRCH if none has.
 *
 * @param otherSpelling as that of {@link AddRoute}
 */
public record DeleteRoute(NetnsName netns, RouteSpec route, boolean otherSpelling) implements Op {
  /** Checks that all is given. */
  public DeleteRoute {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(route);
  }

  /** Builds the op with the usual spelling of the destination. */
  public DeleteRoute(NetnsName netns, RouteSpec route) {
    this(netns, route, false);
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
