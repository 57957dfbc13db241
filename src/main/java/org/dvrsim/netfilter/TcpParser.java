package org.dvrsim.netfilter;

/**
 * Reads the options of {@code -m tcp}, which has messages of its own for options given twice.
 *
 * <p>Models: extensions/libxt_tcp.c:tcp_parse()
 */
final class TcpParser extends ExtensionParser<Match> {
  private static final int SOURCE = 1;
  private static final int DESTINATION = 2;
  private static final int SYN = 3;
  private static final int FLAGS = 4;
  private static final int OPTION = 5;

  private static final OptionTable OPTIONS =
      OptionTable.of(
          "tcp",
          ExtensionOption.value("source-port", SOURCE),
          ExtensionOption.value("sport", SOURCE),
          ExtensionOption.value("destination-port", DESTINATION),
          ExtensionOption.value("dport", DESTINATION),
          ExtensionOption.flag("syn", SYN),
          ExtensionOption.value("tcp-flags", FLAGS),
          ExtensionOption.value("tcp-option", OPTION));

  private PortRange source = PortRange.ALL;
  private PortRange destination = PortRange.ALL;
  private boolean sourceInverted;
  private boolean destinationInverted;
  private int option;
  private boolean optionInverted;
  private int flagMask;
  private int flagsSet;
  private boolean flagsInverted;

  TcpParser() {
    super(OPTIONS);
  }

  @Override
  void take(
      ExtensionOption given, String argument, boolean inverted, RuleSoFar rule, Getopt words) {
    switch (given.id()) {
      case SOURCE -> {
        once(SOURCE, "Only one `--source-port' allowed");
        source = ports(argument);
        sourceInverted = inverted;
      }
      case DESTINATION -> {
        once(DESTINATION, "Only one `--destination-port' allowed");
        destination = ports(argument);
        destinationInverted = inverted;
      }
      case SYN -> flags("SYN,RST,ACK,FIN", "SYN", inverted);
      case FLAGS -> {
        onceFlags();
        if (!words.hasArgument()) {
          throw XtablesError.parameter("--tcp-flags requires two args.");
        }
        flags(argument, words.takeWord(), inverted);
      }
      default -> {
        once(OPTION, "Only one `--tcp-option' allowed");
        long number = CNumber.whole(argument, 1, 255);
        if (number < 0) {
          throw XtablesError.parameter("Bad TCP option \"" + argument + "\"");
        }
        option = (int) number;
        optionInverted = inverted;
      }
    }
    markSeen(given);
  }

  private void once(int id, String message) {
    if (seen(1 << id)) {
      throw XtablesError.parameter(message);
    }
  }

  private void onceFlags() {
    if (seen(1 << SYN | 1 << FLAGS)) {
      throw XtablesError.parameter("Only one of `--syn' or `--tcp-flags'  allowed");
    }
  }

  private void flags(String mask, String set, boolean inverted) {
    onceFlags();
    flagMask = TcpFlags.parse(mask);
    flagsSet = TcpFlags.parse(set);
    flagsInverted = inverted;
  }

  private static PortRange ports(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      int port = Services.parsePort(text, "tcp");
      return new PortRange(port, port);
    }
    String low = text.substring(0, colon);
    String high = text.substring(colon + 1);
    int min = low.isEmpty() ? 0 : Services.parsePort(low, "tcp");
    int max = high.isEmpty() ? 0xffff : Services.parsePort(high, "tcp");
    if (min > max) {
      throw XtablesError.parameter("invalid portrange (min > max)");
    }
    return new PortRange(min, max);
  }

  @Override
  void parse(ExtensionOption given, String argument, boolean inverted, RuleSoFar rule) {
    throw new AssertionError("take() reads all options");
  }

  @Override
  Match build() {
    return new PortMatch(
        Protocols.TCP,
        source,
        sourceInverted,
        destination,
        destinationInverted,
        option,
        optionInverted,
        flagMask,
        flagsSet,
        flagsInverted);
  }
}
