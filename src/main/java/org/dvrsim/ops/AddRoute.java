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
 * @param otherSpelling how the asker wrote the destination, which changes nothing but how the op is
 *     recorded: false for a default route without a prefix and a host with its length, true for a
 *     default route by its prefix ({@code 0.0.0.0/0}) and a host by its address alone
 */
public record AddRoute(NetnsName netns, Mode mode, RouteSpec route, boolean otherSpelling)
    implements Op {
  /** Checks that all is given. */
  public AddRoute {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(mode);
    Objects.requireNonNull(route);
  }

  /** Builds the op with the usual spelling of the destination. */
  public AddRoute(NetnsName netns, Mode mode, RouteSpec route) {
    this(netns, mode, route, false);
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
    PREPEND
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
