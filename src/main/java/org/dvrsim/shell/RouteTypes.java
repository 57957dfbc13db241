package org.dvrsim.shell;

import java.util.Optional;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.RouteType;

/**
 * Numbers of the types of a route.
 *
 * <p>Models: include/uapi/linux/rtnetlink.h:RTN_*
 */
final class RouteTypes {
  private static final int XRESOLVE = 11;

  private RouteTypes() {}

  /** Returns the type of a number, empty for 0. */
  static Optional<RouteType> of(int number) {
    if (number == 0) {
      return Optional.empty();
    } else if (number >= XRESOLVE) {
      throw new NotModelledException("a route of type " + number);
    }
    return Optional.of(
        switch (number) {
          case 1 -> RouteType.UNICAST;
          case 2 -> RouteType.LOCAL;
          case 3 -> RouteType.BROADCAST;
          case 4 -> RouteType.ANYCAST;
          case 5 -> RouteType.MULTICAST;
          case 6 -> RouteType.BLACKHOLE;
          case 7 -> RouteType.UNREACHABLE;
          case 8 -> RouteType.PROHIBIT;
          case 9 -> RouteType.THROW;
          default -> RouteType.NAT;
        });
  }

  /** Returns the number of a type. */
  static int number(RouteType type) {
    return switch (type) {
      case UNICAST -> 1;
      case LOCAL -> 2;
      case BROADCAST -> 3;
      case ANYCAST -> 4;
      case MULTICAST -> 5;
      case BLACKHOLE -> 6;
      case UNREACHABLE -> 7;
      case PROHIBIT -> 8;
      case THROW -> 9;
      case NAT -> 10;
    };
  }
}
