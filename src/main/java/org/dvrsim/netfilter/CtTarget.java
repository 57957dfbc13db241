package org.dvrsim.netfilter;

import org.dvrsim.base.NotModelledException;

/**
 * Decides about connection tracking before it begins.
 *
 * <p>Models: extensions/libxt_CT.c, net/netfilter/xt_CT.c
 *
 * @param notrack the packet is not tracked
 * @param zone where the packet is tracked; only the usual one can be used on packets
 * @param isAlias whether it was asked for as {@code -j NOTRACK}
 */
public record CtTarget(boolean notrack, CtZone zone, boolean isAlias) implements Target {
  /** Tells whether the packet is tracked apart from others. */
  public boolean hasZone() {
    return !zone.isNone();
  }

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
    zone.write(out, "--");
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(isAlias ? " NOTRACK" : notrack ? " CT notrack" : " CT");
    zone.write(out, "");
  }

  /** Reads the options of {@code -j CT} and {@code -j NOTRACK}. */
  static final class Parser extends ExtensionParser<Target> {
    private static final int NOTRACK_OPTION = 0;
    private static final int ZONE_ORIGINAL = 5;
    private static final int ZONE_REPLY = 6;
    private static final int ZONE = 7;

    private static final OptionTable NOTRACK = OptionTable.of("NOTRACK");

    private static final OptionTable CT =
        OptionTable.of(
            "CT",
            ExtensionOption.flag("notrack", NOTRACK_OPTION),
            ExtensionOption.value("helper", 1),
            ExtensionOption.value("timeout", 2),
            ExtensionOption.value("ctevents", 3),
            ExtensionOption.value("expevents", 4),
            ExtensionOption.value("zone-orig", ZONE_ORIGINAL),
            ExtensionOption.value("zone-reply", ZONE_REPLY),
            ExtensionOption.value("zone", ZONE));

    private final boolean isAlias;
    private boolean notrack;
    private CtZone zone = CtZone.NONE;

    Parser(boolean isAlias) {
      super(isAlias ? NOTRACK : CT);
      this.isAlias = isAlias;
      this.notrack = isAlias;
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      switch (option.id()) {
        case NOTRACK_OPTION -> notrack = true;
        case ZONE, ZONE_ORIGINAL, ZONE_REPLY ->
            zone = zone.with(argument, option.id() == ZONE_ORIGINAL, option.id() == ZONE_REPLY);
        default -> throw new NotModelledException("target CT --" + option.name());
      }
    }

    @Override
    Target build() {
      return new CtTarget(notrack, zone, isAlias);
    }
  }
}
