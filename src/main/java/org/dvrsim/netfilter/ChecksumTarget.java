package org.dvrsim.netfilter;

/**
 * Fills in a checksum that a device would compute later. Packets here have none, so it does
 * nothing.
 *
 * <p>Models: extensions/libxt_CHECKSUM.c, net/netfilter/xt_CHECKSUM.c
 */
record ChecksumTarget() implements Target {
  @Override
  public String name() {
    return "CHECKSUM";
  }

  @Override
  public boolean isValid(RuleContext context) {
    return context.table() == TableName.MANGLE;
  }

  @Override
  public void save(StringBuilder out) {
    out.append(" --checksum-fill");
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(" CHECKSUM fill");
  }

  /** Reads {@code --checksum-fill}. */
  static final class Parser extends ExtensionParser<Target> {
    private static final OptionTable OPTIONS =
        OptionTable.of("CHECKSUM", ExtensionOption.flag("checksum-fill", 0).required());

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {}

    @Override
    Target build() {
      return new ChecksumTarget();
    }
  }
}
