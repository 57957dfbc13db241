package org.dvrsim.netfilter;

/**
 * Reads ports and ranges of ports in options of extensions.
 *
 * <p>Models: libxtables/xtoptions.c:xtopt_parse_mport()
 */
final class PortText {
  private PortText() {}

  static PortRange range(ExtensionParser<?> parser, ExtensionOption option, String text) {
    String[] parts = text.split(":", -1);
    int[] ports = {0, 0xffff};
    int previous = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i == 2) {
        throw parser.problem(
            "Too many components for option \"--" + parser.named(option) + "\" (max: 2)\n");
      }
      if (parts[i].isEmpty()) {
        continue;
      }
      int port = port(parts[i]);
      if (port < previous) {
        throw XtablesError.parameter("Port range " + previous + "-" + port + " is negative.\n");
      }
      previous = port;
      ports[i] = port;
    }
    return new PortRange(ports[0], parts.length == 1 ? ports[0] : ports[1]);
  }

  /**
   * Reads a port as getaddrinfo(3) reads services: of a decimal number the lowest 16 bits count.
   */
  private static int port(String text) {
    int start = 0;
    while (start < text.length() && CNumber.isSpace(text.charAt(start))) {
      start++;
    }
    if (text.startsWith("+", start)) {
      start++;
    }
    int number = 0;
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      number = number * 10 + (text.charAt(end++) - '0');
    }
    boolean isNumber = end > start && end == text.length() && number >= 0;
    int port = isNumber ? number & 0xffff : Services.port(text, "");
    if (port < 0) {
      throw XtablesError.parameter("Port \"" + text + "\" does not resolve to anything.\n");
    }
    return port;
  }
}
