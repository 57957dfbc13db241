package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.net.NetnsName;

/**
 * Installs a route.
 *
 * <p>Refused with EEXIST (add, if it is there), ENOENT (change, if it is not), ENETUNREACH (the
 * gateway is on no link), ENODEV (no such device), ENETDOWN (the device is down), EINVAL.
 *
 * @param spelling how the request was written
 */
public record AddRoute(NetnsName netns, Mode mode, RouteSpec route, RouteSpelling spelling)
    implements Op {
  /** Checks that all is given. */
  public AddRoute {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(mode);
    Objects.requireNonNull(route);
    Objects.requireNonNull(spelling);
  }

  /** Builds the op with the usual spelling. */
  public AddRoute(NetnsName netns, Mode mode, RouteSpec route) {
    this(netns, mode, route, RouteSpelling.USUAL);
  }

  /** How the request treats routes that are there: iproute2's verbs, netlink's flags. */
  public enum Mode {
    /** NLM_F_CREATE, NLM_F_EXCL: {@code ip route add}. */
    ADD,
    /** NLM_F_CREATE, NLM_F_REPLACE: {@code ip route replace}. */
    REPLACE,
    /** NLM_F_REPLACE: {@code ip route change}. */
    CHANGE,
    /** NLM_F_CREATE, NLM_F_APPEND: {@code ip route append}. */
    APPEND,
    /** NLM_F_CREATE: {@code ip route prepend}. */
    PREPEND,
    /** NLM_F_EXCL: {@code ip route test}. */
    TEST
  }

  @Override
  public String recordedName() {
    return "add_ip_route";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
