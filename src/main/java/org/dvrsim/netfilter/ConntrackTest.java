package org.dvrsim.netfilter;

import java.util.List;

/**
 * One condition of {@code -m conntrack} on the connection itself, other than its state.
 *
 * @param kind what is looked at
 * @param address for the kinds that look at an address
 * @param low the port, protocol, bits of the status, or seconds; for a range its beginning
 * @param high the end of a range
 */
record ConntrackTest(Kind kind, boolean inverted, AddressMask address, long low, long high) {
  /** What is looked at, in the order in which conditions are printed. */
  enum Kind {
    PROTO("ctproto"),
    ORIG_SRC("ctorigsrc"),
    ORIG_DST("ctorigdst"),
    REPL_SRC("ctreplsrc"),
    REPL_DST("ctrepldst"),
    ORIG_SRC_PORT("ctorigsrcport"),
    ORIG_DST_PORT("ctorigdstport"),
    REPL_SRC_PORT("ctreplsrcport"),
    REPL_DST_PORT("ctrepldstport"),
    STATUS("ctstatus"),
    EXPIRE("ctexpire"),
    DIRECTION("ctdir");

    private final String option;

    Kind(String option) {
      this.option = option;
    }

    String option() {
      return option;
    }

    boolean isReply() {
      return this == REPL_SRC || this == REPL_DST || this == REPL_SRC_PORT || this == REPL_DST_PORT;
    }

    boolean isSource() {
      return this == ORIG_SRC || this == REPL_SRC || this == ORIG_SRC_PORT || this == REPL_SRC_PORT;
    }
  }

  static final int EXPECTED = 1;
  static final int SEEN_REPLY = 1 << 1;
  static final int ASSURED = 1 << 2;
  static final int CONFIRMED = 1 << 3;

  /** Names of the bits of the status, the lowest first. */
  static final List<String> STATUS_NAMES =
      List.of("EXPECTED", "SEEN_REPLY", "ASSURED", "CONFIRMED");

  boolean matches(Connection connection) {
    return switch (kind) {
      case PROTO -> (connection.protocol() == low) != inverted;
      case ORIG_SRC, ORIG_DST, REPL_SRC, REPL_DST ->
          address.contains(connection.address(kind.isReply(), kind.isSource())) != inverted;
      case ORIG_SRC_PORT, ORIG_DST_PORT, REPL_SRC_PORT, REPL_DST_PORT ->
          between(connection.port(kind.isReply(), kind.isSource())) != inverted;
      case STATUS -> ((status(connection) & low) != 0 || status(connection) == low) != inverted;
      case EXPIRE -> between(connection.remainingSeconds()) != inverted;
      case DIRECTION -> connection.isReplyDirection() == inverted;
    };
  }

  private boolean between(long number) {
    return number >= low && number <= high;
  }

  private static int status(Connection connection) {
    return (connection.isExpected() ? EXPECTED : 0)
        | (connection.isSeenReply() ? SEEN_REPLY : 0)
        | (connection.isAssured() ? ASSURED : 0)
        | (connection.isConfirmed() ? CONFIRMED : 0);
  }

  void write(StringBuilder out, String prefix, boolean numeric) {
    boolean negated = inverted && kind != Kind.DIRECTION;
    out.append(negated ? " ! " : " ").append(prefix).append(kind.option).append(' ');
    switch (kind) {
      case ORIG_SRC, ORIG_DST, REPL_SRC, REPL_DST -> {
        if (!numeric && address.address().isUnspecified()) {
          out.append("anywhere");
        } else {
          address.appendShort(out);
        }
      }
      case STATUS -> writeStatus(out);
      case DIRECTION -> out.append(inverted ? "REPLY" : "ORIGINAL");
      default -> {
        out.append(low);
        if (high != low && (high != 0 || kind == Kind.EXPIRE)) {
          out.append(':').append(high);
        }
      }
    }
  }

  private void writeStatus(StringBuilder out) {
    if (low == 0) {
      out.append("NONE");
    }
    String separator = "";
    for (int i = 0; i < STATUS_NAMES.size(); i++) {
      if ((low & 1L << i) != 0) {
        out.append(separator).append(STATUS_NAMES.get(i));
        separator = ",";
      }
    }
  }
}
