package org.dvrsim.netfilter;

import org.dvrsim.net.IpFamily;

/**
 * Reads {@code --icmp-type} and {@code --icmpv6-type}.
 *
 * <p>Models: extensions/libxt_icmp.h:__parse_icmp(), __ipt_parse_icmp()
 */
final class IcmpParser extends ExtensionParser<Match> {
  private static final OptionTable V4 =
      OptionTable.of("icmp", ExtensionOption.value("icmp-type", 0).negatable().required());

  private static final OptionTable V6 =
      OptionTable.of("icmp6", ExtensionOption.value("icmpv6-type", 0).negatable().required());

  private final IpFamily family;
  private int type;
  private PortRange codes = new PortRange(0, 0xff);
  private boolean inverted;

  IcmpParser(IpFamily family) {
    super(family == IpFamily.V4 ? V4 : V6);
    this.family = family;
  }

  @Override
  void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
    inverted = negated;
    IcmpName name = IcmpName.find(family, argument);
    if (name != null) {
      type = name.type();
      codes = name.codes();
      return;
    }
    String protocol = IcmpName.protocolName(family);
    Range types = Range.parse(argument, 0);
    if (types == null) {
      throw XtablesError.parameter("Unknown " + protocol + " type `" + argument + "'");
    }
    if (types.end < argument.length()) {
      if (argument.charAt(types.end) != '/') {
        throw unknownCharacter(argument, types.end);
      }
      Range given = Range.parse(argument, types.end + 1);
      if (given == null) {
        throw XtablesError.parameter("Unknown " + protocol + " code `" + argument + "'");
      }
      if (given.end < argument.length()) {
        throw unknownCharacter(argument, given.end);
      }
      codes = new PortRange(given.first, given.last);
    }
    if (types.first != types.last) {
      throw XtablesError.parameter(protocol + " type range not supported");
    }
    type = types.first;
  }

  private static XtablesError unknownCharacter(String text, int at) {
    return XtablesError.parameter("unknown character " + text.charAt(at));
  }

  @Override
  Match build() {
    return new IcmpMatch(family, type, codes, inverted);
  }

  private record Range(int first, int last, int end) {
    static Range parse(String text, int start) {
      CNumber first = CNumber.prefix(text, start, 0, 255);
      if (first == null) {
        return null;
      }
      if (first.end() == text.length() || text.charAt(first.end()) != ':') {
        return new Range((int) first.value(), (int) first.value(), first.end());
      }
      CNumber last = CNumber.prefix(text, first.end() + 1, 0, 255);
      return last == null ? null : new Range((int) first.value(), (int) last.value(), last.end());
    }
  }
}
