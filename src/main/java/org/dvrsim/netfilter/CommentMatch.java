package org.dvrsim.netfilter;

/**
 * A remark for the reader; fulfilled by every packet.
 *
 * <p>Models: extensions/libxt_comment.c
 */
record CommentMatch(String comment) implements Match {
  private static final int MAX_LENGTH = 255;

  @Override
  public String name() {
    return "comment";
  }

  @Override
  public boolean matches(PacketView packet) {
    return true;
  }

  @Override
  public void save(StringBuilder out) {
    out.append(" --comment ");
    QuotedText.write(out, comment);
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(" /* ").append(comment).append(" */");
  }

  /** Reads {@code --comment}; what is too long is cut. */
  static final class Parser extends ExtensionParser<Match> {
    private static final OptionTable OPTIONS =
        OptionTable.of("comment", ExtensionOption.value("comment", 0).required());

    private String comment;

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      comment = argument.length() > MAX_LENGTH ? argument.substring(0, MAX_LENGTH) : argument;
    }

    @Override
    Match build() {
      return new CommentMatch(comment);
    }
  }
}
