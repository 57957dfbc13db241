package org.dvrsim.netfilter;

import org.dvrsim.base.NotModelledException;

/**
 * Decides about connection tracking before it begins.
 *
 * <p>Models: extensions/libxt_CT.c, net/netfilter/xt_CT.c
 *
 * @param notrack the packet is not tracked
 * @param isAlias whether it was asked for as {@code -j NOTRACK}
 */
public record CtTarget(boolean notrack, boolean isAlias) implements Target {
  @Override
  public String name() {
    return isAlias ? "NOTRACK" : "CT";
  }

  @Override
  public String listedName() {
    return "CT";
  }

  @Override
  public boolean isValid(RuleContext context) {
    return context.table() == TableName.RAW;
  }

  @Override
  public void save(StringBuilder out) {
    if (notrack && !isAlias) {
      out.append(" --notrack");
    }
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(isAlias ? " NOTRACK" : notrack ? " CT notrack" : " CT");
  }

  /** Reads the options of {@code -j CT} and {@code -j NOTRACK}. */
  static final class Parser extends ExtensionParser<Target> {
    private static final OptionTable NOTRACK = OptionTable.of("NOTRACK");

    private static final OptionTable CT =
        OptionTable.of(
            "CT",
            ExtensionOption.flag("notrack", 0),
            ExtensionOption.value("helper", 1),
            ExtensionOption.value("timeout", 2),
            ExtensionOption.value("ctevents", 3),
            ExtensionOption.value("expevents", 4),
            ExtensionOption.value("zone-orig", 5),
            ExtensionOption.value("zone-reply", 6),
            ExtensionOption.value("zone", 7));

    private final boolean isAlias;
    private boolean notrack;

    Parser(boolean isAlias) {
      super(isAlias ? NOTRACK : CT);
      this.isAlias = isAlias;
      this.notrack = isAlias;
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      if (option.id() != 0) {
        throw new NotModelledException("target CT --" + option.name());
      }
      notrack = true;
    }

    @Override
    Target build() {
      return new CtTarget(notrack, isAlias);
    }
  }
}
