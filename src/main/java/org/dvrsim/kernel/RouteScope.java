package org.dvrsim.kernel;

/**
 * The scope of a route or an address: the distance to the destination, 0 to 255, written as
 * iproute2's rt_scopes names it or as a number.
 *
 * <p>Models: include/uapi/linux/rtnetlink.h:rt_scope_t
 */
public record RouteScope(int value) implements Comparable<RouteScope> {
  /** Anywhere. */
  public static final RouteScope GLOBAL = new RouteScope(0);

  /** Within this site. */
  public static final RouteScope SITE = new RouteScope(200);

  /** On a directly attached link. */
  public static final RouteScope LINK = new RouteScope(253);

  /** On this host. */
  public static final RouteScope HOST = new RouteScope(254);

  /** No destination; matches any scope when a route is deleted. */
  public static final RouteScope NOWHERE = new RouteScope(255);

  /** Checks the range. */
  public RouteScope {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("no scope " + value);
    }
  }

  /** Returns the scope of that number. */
  static RouteScope of(int value) {
    return switch (value) {
      case 0 -> GLOBAL;
      case 253 -> LINK;
      case 254 -> HOST;
      default -> new RouteScope(value);
    };
  }

  /**
   * Reads a name or a number from 0 to 255.
   *
   * @throws IllegalArgumentException otherwise
   */
  public static RouteScope parse(String text) {
    return switch (text) {
      case "global", "universe" -> GLOBAL;
      case "site" -> SITE;
      case "link" -> LINK;
      case "host" -> HOST;
      case "nowhere" -> NOWHERE;
      default -> {
        try {
          yield new RouteScope(Integer.decode(text));
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException("not a scope: " + text, e);
        }
      }
    };
  }

  @Override
  public int compareTo(RouteScope other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RouteScope that && value == that.value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  @Override
  public String toString() {
    return switch (value) {
      case 0 -> "global";
      case 200 -> "site";
      case 253 -> "link";
      case 254 -> "host";
      case 255 -> "nowhere";
      default -> Integer.toString(value);
    };
  }
}
