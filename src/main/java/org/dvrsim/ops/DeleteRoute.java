package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.net.NetnsName;

/**
 * Deletes the first route that has every attribute sent.
 *
 * <p>Refused with ESRCH if none has.
 *
 * @param spelling how the request was written
 */
public record DeleteRoute(NetnsName netns, RouteSpec route, RouteSpelling spelling) implements Op {
  /** Checks that all is given. */
  public DeleteRoute {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(route);
    Objects.requireNonNull(spelling);
  }

  /** Builds the op with the usual spelling. */
  public DeleteRoute(NetnsName netns, RouteSpec route) {
    this(netns, route, RouteSpelling.USUAL);
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
