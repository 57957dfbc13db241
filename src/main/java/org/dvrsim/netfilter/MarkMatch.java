package org.dvrsim.netfilter;

/**
 * The mark of the packet, or of its connection.
 *
 * <p>Models: extensions/libxt_mark.c, extensions/libxt_connmark.c,
 * net/netfilter/xt_mark.c:mark_mt(), net/netfilter/xt_connmark.c:connmark_mt()
 *
 * @param ofConnection whether it is {@code -m connmark}
 */
record MarkMatch(boolean ofConnection, MarkMask mark, boolean inverted) implements Match {
  @Override
  public String name() {
    return ofConnection ? "connmark" : "mark";
  }

  @Override
  public boolean matches(PacketView packet) {
    int bits;
    if (ofConnection) {
      Connection connection = packet.connection();
      if (connection == null) {
        return false;
      }
      bits = connection.mark();
    } else {
      bits = packet.mark();
    }
    return ((bits & mark.mask()) == mark.value()) != inverted;
  }

  @Override
  public void save(StringBuilder out) {
    out.append(inverted ? " ! --mark " : " --mark ");
    mark.write(out);
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    if (ofConnection) {
      out.append(" connmark match ").append(inverted ? "! " : " ");
    } else {
      out.append(" mark match").append(inverted ? " ! " : " ");
    }
    mark.write(out);
  }

  /** Reads {@code --mark} of either match. */
  static final class Parser extends ExtensionParser<Match> {
    private static final OptionTable MARK =
        OptionTable.of("mark", ExtensionOption.value("mark", 0).negatable().required());

    private static final OptionTable CONNMARK =
        OptionTable.of("connmark", ExtensionOption.value("mark", 0).negatable().required());

    private final boolean ofConnection;
    private MarkMask mark;
    private boolean inverted;

    Parser(boolean ofConnection) {
      super(ofConnection ? CONNMARK : MARK);
      this.ofConnection = ofConnection;
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      mark = markMask(option, argument);
      inverted = negated;
    }

    @Override
    Match build() {
      return new MarkMatch(ofConnection, mark, inverted);
    }
  }
}
