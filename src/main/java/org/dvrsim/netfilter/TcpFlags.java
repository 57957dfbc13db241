package org.dvrsim.netfilter;

import java.util.List;

/** Names of the TCP flags as {@code --tcp-flags} takes and prints them. */
final class TcpFlags {
  private static final List<String> NAMES = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");
  private static final int ALL = 0x3f;

  private TcpFlags() {}

  /**
   * Reads a list of names.
   *
   * <p>Models: extensions/libxt_tcp.c:parse_tcp_flag()
   */
  static int parse(String text) {
    int flags = 0;
    for (String word : text.split(",", -1)) {
      if (!word.isEmpty()) {
        flags |= flag(word);
      }
    }
    return flags;
  }

  private static int flag(String word) {
    if (word.equalsIgnoreCase("ALL")) {
      return ALL;
    }
    if (word.equalsIgnoreCase("NONE")) {
      return 0;
    }
    for (int i = 0; i < NAMES.size(); i++) {
      if (word.equalsIgnoreCase(NAMES.get(i))) {
        return 1 << i;
      }
    }
    throw XtablesError.parameter("Unknown TCP flag `" + word + "'");
  }

  static void write(StringBuilder out, int flags) {
    if (flags == 0) {
      out.append("NONE");
      return;
    }
    String separator = "";
    for (int i = 0; i < NAMES.size(); i++) {
      if ((flags & 1 << i) != 0) {
        out.append(separator).append(NAMES.get(i));
        separator = ",";
      }
    }
  }
}
