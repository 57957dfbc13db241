package org.dvrsim.netfilter;

import org.dvrsim.net.IfName;

/**
 * A device's name, or with {@code +} at its end all names that begin so.
 *
 * @param text as given, not empty
 */
public record InterfacePattern(String text, boolean inverted) {
  private static final int IFNAMSIZ = 16;

  /**
   * Checks the length.
   *
   * <p>Models: iptables/xshared.c:parse_interface()
   */
  static InterfacePattern parse(String text, boolean inverted, StringBuilder warnings) {
    if (text.isEmpty()) {
      throw XtablesError.parameter("Empty interface is likely to be undesired");
    }
    if (text.length() >= IFNAMSIZ) {
      throw XtablesError.parameter(
          "interface name `" + text + "' must be shorter than " + IFNAMSIZ + " characters");
    }
    if (text.indexOf('/') >= 0 || text.indexOf(' ') >= 0) {
      warnings
          .append("Warning: weird character in interface `")
          .append(text)
          .append("' ('/' and ' ' are not allowed by the kernel).\n");
    }
    return new InterfacePattern(text, inverted);
  }

  /** Tells whether the device fulfils the condition; null is no device. */
  public boolean matches(IfName device) {
    String name = device == null ? "" : device.text();
    int last = text.length() - 1;
    boolean equal =
        text.charAt(last) == '+' ? name.regionMatches(0, text, 0, last) : name.equals(text);
    return equal != inverted;
  }
}
