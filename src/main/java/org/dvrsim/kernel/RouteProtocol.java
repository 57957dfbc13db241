package org.dvrsim.kernel;

/**
 * Who installed a route, an address or a rule: 0 to 255, written as iproute2's rt_protos names it.
 *
 * <p>Models: include/uapi/linux/rtnetlink.h:RTPROT_*
 */
public record RouteProtocol(int value) {
  /** RTPROT_UNSPEC. */
  public static final RouteProtocol UNSPEC = new RouteProtocol(0);

  /** Installed by the kernel. */
  public static final RouteProtocol KERNEL = new RouteProtocol(2);

  /** Installed by a person or during boot; what iproute2 sends by default. */
  public static final RouteProtocol BOOT = new RouteProtocol(3);

  /** Installed by an administrator; what pyroute2 sends by default. */
  public static final RouteProtocol STATIC = new RouteProtocol(4);

  private static final String[] NAMES = {
    "unspec",
    "redirect",
    "kernel",
    "boot",
    "static",
    null,
    null,
    null,
    "gated",
    "ra",
    "mrt",
    "zebra",
    "bird",
    "dnrouted",
    "xorp",
    "ntk",
    "dhcp",
    null,
    "keepalived"
  };

  /** Checks the range. */
  public RouteProtocol {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("no route protocol " + value);
    }
  }

  /** Returns the protocol of that number. */
  static RouteProtocol of(int value) {
    return switch (value) {
      case 2 -> KERNEL;
      case 3 -> BOOT;
      case 4 -> STATIC;
      default -> new RouteProtocol(value);
    };
  }

  /**
   * Reads a name or a number from 0 to 255.
   *
   * @throws IllegalArgumentException otherwise
   */
  public static RouteProtocol parse(String text) {
    for (int i = 0; i < NAMES.length; i++) {
      if (text.equals(NAMES[i])) {
        return new RouteProtocol(i);
      }
    }
    return switch (text) {
      case "babel" -> new RouteProtocol(42);
      case "ovn" -> new RouteProtocol(84);
      case "openr" -> new RouteProtocol(99);
      case "bgp" -> new RouteProtocol(186);
      case "isis" -> new RouteProtocol(187);
      case "ospf" -> new RouteProtocol(188);
      case "rip" -> new RouteProtocol(189);
      case "eigrp" -> new RouteProtocol(192);
      default -> {
        try {
          yield new RouteProtocol(Integer.decode(text));
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException("not a route protocol: " + text, e);
        }
      }
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RouteProtocol that && value == that.value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  @Override
  public String toString() {
    if (value < NAMES.length && NAMES[value] != null) {
      return NAMES[value];
    }
    return switch (value) {
      case 42 -> "babel";
      case 84 -> "ovn";
      case 99 -> "openr";
      case 186 -> "bgp";
      case 187 -> "isis";
      case 188 -> "ospf";
      case 189 -> "rip";
      case 192 -> "eigrp";
      default -> Integer.toString(value);
    };
  }
}
