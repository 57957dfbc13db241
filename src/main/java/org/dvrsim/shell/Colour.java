package org.dvrsim.shell;

import org.dvrsim.kernel.OperState;
import org.dvrsim.net.IpFamily;

/**
 * What iproute2 paints, and how on a light background.
 *
 * <p>Models: iproute2 lib/color.c
 */
enum Colour {
  IFNAME("36"),
  MAC("33"),
  INET("35"),
  INET6("34"),
  OPERSTATE_UP("32"),
  OPERSTATE_DOWN("31"),
  NONE("");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  /** Returns the colour of a family's addresses. */
  static Colour of(IpFamily family) {
    return family == IpFamily.V4 ? INET : INET6;
  }

  /** Returns the colour of a device's state. */
  static Colour of(OperState state) {
    return switch (state) {
      case UP -> OPERSTATE_UP;
      case DOWN -> OPERSTATE_DOWN;
      default -> NONE;
    };
  }

  /** Returns {@code text} in this colour. */
  String paint(String text) {
    return this == NONE ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
