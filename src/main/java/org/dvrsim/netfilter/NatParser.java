package org.dvrsim.netfilter;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * Reads the options of the four targets that translate addresses.
 *
 * <p>Models: extensions/libxt_NAT.c:parse_to(), parse_ports()
 */
final class NatParser extends ExtensionParser<Target> {
  private static final int TO = 0;
  private static final int TO_PORTS = 2;
  private static final int RANDOM = 3;
  private static final int RANDOM_FULLY = 4;
  private static final int PERSISTENT = 5;

  private static final ImmutableMap<NatTarget.Kind, OptionTable> TABLES =
      Arrays.stream(NatTarget.Kind.values())
          .collect(ImmutableMap.toImmutableMap(kind -> kind, NatParser::options));

  private final NatTarget.Kind kind;
  private final IpFamily family;
  private IpAddress minAddress;
  private IpAddress maxAddress;
  private PortRange ports;
  private int basePort = -1;
  private boolean random;
  private boolean randomFully;
  private boolean persistent;

  NatParser(NatTarget.Kind kind, IpFamily family) {
    super(TABLES.get(kind));
    this.kind = kind;
    this.family = family;
  }

  private static OptionTable options(NatTarget.Kind kind) {
    List<ExtensionOption> options = new ArrayList<>();
    switch (kind) {
      case DNAT -> options.add(ExtensionOption.value("to-destination", TO).required());
      case SNAT -> options.add(ExtensionOption.value("to-source", TO).required());
      default -> options.add(ExtensionOption.value("to-ports", TO_PORTS));
    }
    options.add(ExtensionOption.flag("random", RANDOM));
    if (kind.isSource()) {
      options.add(ExtensionOption.flag("random-fully", RANDOM_FULLY));
    }
    if (kind.takesAddress()) {
      options.add(ExtensionOption.flag("persistent", PERSISTENT));
    }
    return OptionTable.of(kind.name(), options);
  }

  @Override
  void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
    switch (option.id()) {
      case TO -> to(argument, rule);
      case TO_PORTS -> ports(argument, rule);
      case RANDOM -> random = true;
      case RANDOM_FULLY -> randomFully = true;
      default -> persistent = true;
    }
  }

  private void to(String text, RuleSoFar rule) {
    String addresses = text;
    int colon;
    int open = text.indexOf('[');
    if (open < 0) {
      colon = text.indexOf(':');
      if (colon >= 0 && text.indexOf(':', colon + 1) >= 0) {
        colon = -1;
      }
      if (colon >= 0) {
        addresses = text.substring(0, colon);
      }
    } else {
      int close = text.indexOf(']', open);
      if (close < 0 || family == IpFamily.V4) {
        throw XtablesError.parameter("Invalid address format");
      }
      addresses = text.substring(open + 1, close);
      colon = text.indexOf(':', close);
    }
    if (colon >= 0) {
      ports(text.substring(colon + 1), rule);
      if (colon == 0 || colon == 2) {
        return;
      }
    }
    int dash = addresses.indexOf('-');
    minAddress = address(dash < 0 ? addresses : addresses.substring(0, dash));
    maxAddress = dash < 0 ? minAddress : address(addresses.substring(dash + 1));
  }

  private IpAddress address(String text) {
    IpAddress address = AddressText.plain(text, family);
    if (address == null) {
      throw XtablesError.parameter("Bad IP address \"" + text + "\"");
    }
    return address;
  }

  private void ports(String text, RuleSoFar rule) {
    checkProtocol(rule);
    CNumber first = CNumber.prefix(text, 0, 0, 0xffff);
    if (first == null) {
      int port = Services.port(text, "");
      if (port < 0) {
        throw XtablesError.parameter("Port `" + text + "' not valid");
      }
      ports = new PortRange(port, port);
      return;
    }
    int low = (int) first.value();
    if (first.end() == text.length()) {
      ports = new PortRange(low, low);
      return;
    }
    if (text.charAt(first.end()) == ':') {
      throw XtablesError.parameter("Invalid port:port syntax - use dash");
    }
    if (text.charAt(first.end()) != '-') {
      throw XtablesError.parameter(
          "Garbage after port value: `" + text.substring(first.end()) + "'");
    }
    range(text.substring(first.end() + 1), low);
  }

  private void range(String text, int low) {
    CNumber last = CNumber.prefix(text, 0, 0, 0xffff);
    if (last == null) {
      throw XtablesError.parameter("Port `" + text + "' not valid");
    }
    if (last.value() < low) {
      throw XtablesError.parameter("Port range `" + text + "' funky");
    }
    ports = new PortRange(low, (int) last.value());
    if (last.end() == text.length()) {
      return;
    }
    if (text.charAt(last.end()) != '/') {
      throw XtablesError.parameter(
          "Garbage after port range: `" + text.substring(last.end()) + "'");
    }
    String base = text.substring(last.end() + 1);
    CNumber number = CNumber.prefix(base, 0, 1, 0xffff);
    int port = number == null ? Services.port(base, "") : (int) number.value();
    if (port < 0) {
      throw XtablesError.parameter("Port `" + base + "' not valid");
    }
    // the older form of the other targets' options has no room for it
    basePort = kind == NatTarget.Kind.DNAT ? port : 0;
  }

  private static void checkProtocol(RuleSoFar rule) {
    boolean hasPorts =
        switch (rule.protocol()) {
          case Protocols.TCP, Protocols.UDP, Protocols.SCTP, Protocols.DCCP, Protocols.ICMP -> true;
          default -> false;
        };
    if (!hasPorts) {
      throw XtablesError.parameter("Need TCP, UDP, SCTP or DCCP with port specification");
    }
  }

  @Override
  void check() {
    if (kind == NatTarget.Kind.REDIRECT && basePort >= 0) {
      throw XtablesError.parameter("Shifted portmap ranges not supported with this kernel");
    }
  }

  @Override
  Target build() {
    return new NatTarget(
        kind, minAddress, maxAddress, ports, basePort, random, randomFully, persistent);
  }
}
