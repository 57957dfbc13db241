package org.dvrsim.netfilter;

/**
 * Reads the options of {@code -m udp}.
 *
 * <p>Models: extensions/libxt_udp.c
 */
final class UdpParser extends ExtensionParser<Match> {
  private static final int SOURCE = 0;
  private static final int DESTINATION = 1;

  private static final OptionTable OPTIONS =
      OptionTable.of(
          "udp",
          ExtensionOption.value("source-port", SOURCE).negatable(),
          ExtensionOption.value("sport", SOURCE).negatable(),
          ExtensionOption.value("destination-port", DESTINATION).negatable(),
          ExtensionOption.value("dport", DESTINATION).negatable());

  private PortRange source = PortRange.ALL;
  private PortRange destination = PortRange.ALL;
  private boolean sourceInverted;
  private boolean destinationInverted;

  UdpParser() {
    super(OPTIONS);
  }

  @Override
  void parse(ExtensionOption option, String argument, boolean inverted, RuleSoFar rule) {
    if (option.id() == SOURCE) {
      source = PortText.range(this, option, argument);
      sourceInverted = inverted;
    } else {
      destination = PortText.range(this, option, argument);
      destinationInverted = inverted;
    }
  }

  @Override
  Match build() {
    return new PortMatch(
        Protocols.UDP,
        source,
        sourceInverted,
        destination,
        destinationInverted,
        0,
        false,
        0,
        0,
        false);
  }
}
