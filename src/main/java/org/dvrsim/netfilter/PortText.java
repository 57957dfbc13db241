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
            "Too many components for option \"--" + option.name() + "\" (max: 2)\n");
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

  private static int port(String text) {
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    long number = digits && text.length() < 10 ? Long.parseLong(text) : -1;
    int port = number >= 0 && number <= 0xffff ? (int) number : Services.port(text, "");
    if (port < 0) {
      throw XtablesError.parameter("Port \"" + text + "\" does not resolve to anything.\n");
    }
    return port;
  }
}
