package org.dvrsim.netfilter;

import org.dvrsim.net.MacAddress;

/**
 * The MAC address a packet came from.
 *
 * <p>Models: extensions/libxt_mac.c, net/netfilter/xt_mac.c
 */
record MacMatch(MacAddress source, boolean inverted) implements Match {
  private static final int HOOKS = Hook.mask(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD);

  @Override
  public String name() {
    return "mac";
  }

  @Override
  public boolean matches(PacketView packet) {
    return packet.sourceMac() != null && packet.sourceMac().equals(source) != inverted;
  }

  @Override
  public boolean isValid(RuleContext context) {
    return context.within(HOOKS);
  }

  @Override
  public int allowedHooks() {
    return HOOKS;
  }

  @Override
  public void save(StringBuilder out) {
    out.append(inverted ? " ! --mac-source " : " --mac-source ").append(source);
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(inverted ? " MAC ! " : " MAC ").append(source);
  }

  /** Reads {@code --mac-source}. */
  static final class Parser extends ExtensionParser<Match> {
    private static final OptionTable OPTIONS =
        OptionTable.of("mac", ExtensionOption.value("mac-source", 0).negatable().required());

    private MacAddress source;
    private boolean inverted;

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      try {
        source = MacAddress.parse(argument);
      } catch (IllegalArgumentException e) {
        throw XtablesError.parameter("Invalid MAC address specified.");
      }
      inverted = negated;
    }

    @Override
    Match build() {
      return new MacMatch(source, inverted);
    }
  }
}
