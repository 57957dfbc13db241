package org.dvrsim.netfilter;

import org.dvrsim.net.IpFamily;

/**
 * The time to live, or IPv6's hop limit: {@code -m ttl} and {@code -m hl}.
 *
 * <p>Models: extensions/libipt_ttl.c, extensions/libip6t_hl.c, net/netfilter/xt_hl.c
 */
record TtlMatch(IpFamily family, Comparison comparison, int value) implements Match {
  /** How the packet's value is to compare. */
  enum Comparison {
    EQUAL("eq", "=="),
    NOT_EQUAL("eq", "!="),
    LESS("lt", "<"),
    GREATER("gt", ">");

    private final String option;
    private final String sign;

    Comparison(String option, String sign) {
      this.option = option;
      this.sign = sign;
    }
  }

  @Override
  public String name() {
    return family == IpFamily.V4 ? "ttl" : "hl";
  }

  @Override
  public boolean matches(PacketView packet) {
    return switch (comparison) {
      case EQUAL -> packet.ttl() == value;
      case NOT_EQUAL -> packet.ttl() != value;
      case LESS -> packet.ttl() < value;
      case GREATER -> packet.ttl() > value;
    };
  }

  @Override
  public void save(StringBuilder out) {
    out.append(comparison == Comparison.NOT_EQUAL ? " ! --" : " --").append(name());
    out.append('-').append(comparison.option).append(' ').append(value);
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    String shown = family == IpFamily.V4 ? "TTL" : "HL";
    out.append(' ').append(shown).append(" match ").append(shown).append(' ');
    out.append(comparison.sign).append(' ').append(value);
  }

  /** Reads the options. */
  static final class Parser extends ExtensionParser<Match> {
    private static final int EQUAL = 0;
    private static final int LESS = 1;
    private static final int GREATER = 2;
    private static final int ALL = 0b111;

    private static final OptionTable TTL =
        OptionTable.of(
            "ttl",
            ExtensionOption.value("ttl-lt", LESS).excluding(ALL),
            ExtensionOption.value("ttl-gt", GREATER).excluding(ALL),
            ExtensionOption.value("ttl-eq", EQUAL).negatable().excluding(ALL),
            ExtensionOption.value("ttl", EQUAL).negatable().excluding(ALL));

    private static final OptionTable HL =
        OptionTable.of(
            "hl",
            ExtensionOption.value("hl-lt", LESS).excluding(ALL),
            ExtensionOption.value("hl-gt", GREATER).excluding(ALL),
            ExtensionOption.value("hl-eq", EQUAL).negatable().excluding(ALL));

    private final IpFamily family;
    private Comparison comparison;
    private int value;

    Parser(IpFamily family) {
      super(family == IpFamily.V4 ? TTL : HL);
      this.family = family;
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      value = (int) number(option, argument, 0, 255);
      comparison =
          switch (option.id()) {
            case LESS -> Comparison.LESS;
            case GREATER -> Comparison.GREATER;
            default -> negated ? Comparison.NOT_EQUAL : Comparison.EQUAL;
          };
    }

    @Override
    void check() {
      if (comparison == null) {
        String name = name();
        throw XtablesError.parameter(
            (family == IpFamily.V4 ? "TTL" : "HL")
                + " match: You must specify one of `--%s-eq', `--%s-lt', `--%s-gt"
                    .formatted(name, name, name));
      }
    }

    @Override
    Match build() {
      return new TtlMatch(family, comparison, value);
    }
  }
}
