package org.dvrsim.netfilter;

/**
 * Limits the segments that a new TCP connection announces. Kept and printed; packets here carry no
 * TCP options, so none can be tried.
 *
 * <p>Models: extensions/libxt_TCPMSS.c, net/netfilter/xt_TCPMSS.c:tcpmss_tg4_check()
 *
 * @param size {@link #CLAMP} for the size that fits the path
 */
record TcpmssTarget(int size) implements Target {
  static final int CLAMP = -1;
  private static final int MAX_SIZE = 0xffff - 20;
  private static final int HOOKS_OF_CLAMP = Hook.mask(Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING);

  @Override
  public String name() {
    return "TCPMSS";
  }

  @Override
  public boolean isValid(RuleContext context) {
    return context.hasProtocol(Protocols.TCP) && (size != CLAMP || context.within(HOOKS_OF_CLAMP));
  }

  @Override
  public void save(StringBuilder out) {
    out.append(size == CLAMP ? " --clamp-mss-to-pmtu" : " --set-mss " + size);
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(size == CLAMP ? " TCPMSS clamp to PMTU" : " TCPMSS set " + size);
  }

  /** Reads the options. */
  static final class Parser extends ExtensionParser<Target> {
    private static final int SET = 0;

    private static final OptionTable OPTIONS =
        OptionTable.of(
            "TCPMSS",
            ExtensionOption.value("set-mss", SET),
            ExtensionOption.flag("clamp-mss-to-pmtu", 1));

    private int size;

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      size = option.id() == SET ? (int) number(option, argument, 0, MAX_SIZE) : CLAMP;
    }

    @Override
    void check() {
      if (!seen(-1)) {
        throw XtablesError.parameter("TCPMSS target: At least one parameter is required");
      }
    }

    @Override
    Target build() {
      return new TcpmssTarget(size);
    }
  }
}
