package org.dvrsim.netfilter;

/**
 * The length of the packet, with its IP header.
 *
 * <p>Models: extensions/libxt_length.c, net/netfilter/xt_length.c:length_mt()
 */
record LengthMatch(PortRange lengths, boolean inverted) implements Match {
  @Override
  public String name() {
    return "length";
  }

  @Override
  public boolean matches(PacketView packet) {
    return lengths.contains(packet.length()) != inverted;
  }

  @Override
  public void save(StringBuilder out) {
    out.append(inverted ? " ! --length " : " --length ");
    range(out);
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(inverted ? " length !" : " length ");
    range(out);
  }

  private void range(StringBuilder out) {
    out.append(lengths.min());
    if (lengths.min() != lengths.max()) {
      out.append(':').append(lengths.max());
    }
  }

  /** Reads {@code --length}. */
  static final class Parser extends ExtensionParser<Match> {
    private static final OptionTable OPTIONS =
        OptionTable.of("length", ExtensionOption.value("length", 0).negatable().required());

    private PortRange lengths;
    private boolean inverted;

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      long[] range = numberRange(option, argument, 0, 0xffff);
      lengths = new PortRange((int) range[0], (int) range[1]);
      inverted = negated;
    }

    @Override
    Match build() {
      return new LengthMatch(lengths, inverted);
    }
  }
}
