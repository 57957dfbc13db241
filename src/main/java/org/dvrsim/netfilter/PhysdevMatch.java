package org.dvrsim.netfilter;

/**
 * The bridge ports a bridged packet came by and leaves by. No packet here passes a bridge.
 *
 * <p>Models: extensions/libxt_physdev.c, net/netfilter/xt_physdev.c
 *
 * @param asked bits of what was asked for
 * @param inverted those of them that are negated
 */
record PhysdevMatch(int asked, int inverted, String in, String out) implements Match {
  private static final int IN = 1;
  private static final int OUT = 1 << 1;
  private static final int IS_IN = 1 << 2;
  private static final int IS_OUT = 1 << 3;
  private static final int IS_BRIDGED = 1 << 4;

  @Override
  public String name() {
    return "physdev";
  }

  @Override
  public boolean matches(PacketView packet) {
    return (asked & ~inverted) == 0;
  }

  @Override
  public boolean isValid(RuleContext context) {
    boolean bridged = (asked & ~inverted & IS_BRIDGED) != 0;
    boolean looksAtOut = (asked & (OUT | IS_OUT)) != 0 && !bridged;
    return !looksAtOut || (context.hooks() & Hook.OUTPUT.bit()) == 0;
  }

  @Override
  public void save(StringBuilder text) {
    write(text);
  }

  @Override
  public void list(StringBuilder text, boolean numeric) {
    text.append(" PHYSDEV match");
    write(text);
  }

  private void write(StringBuilder text) {
    option(text, IS_IN, " --physdev-is-in", "");
    option(text, IN, " --physdev-in ", in);
    option(text, IS_OUT, " --physdev-is-out", "");
    option(text, OUT, " --physdev-out ", out);
    option(text, IS_BRIDGED, " --physdev-is-bridged", "");
  }

  private void option(StringBuilder text, int bit, String option, String device) {
    if ((asked & bit) != 0) {
      text.append((inverted & bit) != 0 ? " !" : "").append(option).append(device);
    }
  }

  /** Reads the options of {@code -m physdev}. */
  static final class Parser extends ExtensionParser<Match> {
    private static final OptionTable OPTIONS =
        OptionTable.of(
            "physdev",
            ExtensionOption.value("physdev-in", 0).negatable(),
            ExtensionOption.value("physdev-out", 1).negatable(),
            ExtensionOption.flag("physdev-is-in", 2).negatable(),
            ExtensionOption.flag("physdev-is-out", 3).negatable(),
            ExtensionOption.flag("physdev-is-bridged", 4).negatable());

    private int asked;
    private int inverted;
    private String in = "";
    private String out = "";

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      asked |= option.bit();
      inverted |= negated ? option.bit() : 0;
      if (option.bit() == IN) {
        in = device(argument);
      } else if (option.bit() == OUT) {
        out = device(argument);
      }
    }

    private static String device(String name) {
      if (name.length() > 15) {
        throw XtablesError.parameter(
            "interface name `" + name + "' must be shorter than IFNAMSIZ (15)");
      }
      return name;
    }

    @Override
    void check() {
      if (!seen(-1)) {
        throw XtablesError.parameter("PHYSDEV: no physdev option specified");
      }
    }

    @Override
    Match build() {
      return new PhysdevMatch(asked, inverted, in, out);
    }
  }
}
