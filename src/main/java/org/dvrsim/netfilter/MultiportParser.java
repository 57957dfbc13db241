package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the options of {@code -m multiport}, which must come after {@code -p}.
 *
 * <p>Models: extensions/libxt_multiport.c:parse_multi_ports_v1(), check_proto()
 */
final class MultiportParser extends ExtensionParser<Match> {
  private static final int SOURCE = 0;
  private static final int DESTINATION = 1;
  private static final int EITHER = 2;
  private static final int ALL = 0b111;
  private static final int MAX_PORTS = 15;

  private static final OptionTable OPTIONS =
      OptionTable.of(
          "multiport",
          option("source-ports", SOURCE),
          option("sports", SOURCE),
          option("destination-ports", DESTINATION),
          option("dports", DESTINATION),
          option("ports", EITHER));

  private int protocol;
  private int side;
  private List<PortRange> ports = List.of();
  private boolean inverted;

  MultiportParser() {
    super(OPTIONS);
  }

  private static ExtensionOption option(String name, int id) {
    return ExtensionOption.value(name, id).negatable().excluding(ALL);
  }

  @Override
  void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
    String service = checkProtocol(rule);
    protocol = rule.protocol();
    side = option.id();
    ports = ports(argument, service);
    inverted = negated;
  }

  private static String checkProtocol(RuleSoFar rule) {
    String name = Protocols.nameWithPorts(rule.protocol());
    if (rule.protocolInverted() || (name == null && rule.protocol() != 0)) {
      throw XtablesError.parameter("multiport only works with TCP, UDP, UDPLITE, SCTP and DCCP");
    }
    if (name == null) {
      throw XtablesError.parameter(
          "multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'");
    }
    return name;
  }

  private static List<PortRange> ports(String text, String service) {
    List<PortRange> ports = new ArrayList<>();
    int count = 0;
    for (String item : text.split(",", -1)) {
      int colon = item.indexOf(':');
      count += colon < 0 ? 1 : 2;
      if (count > MAX_PORTS) {
        throw XtablesError.parameter("too many ports specified");
      }
      int min = Services.parsePort(colon < 0 ? item : item.substring(0, colon), service);
      int max = colon < 0 ? min : Services.parsePort(item.substring(colon + 1), service);
      if (colon >= 0 && min >= max) {
        throw XtablesError.parameter("invalid portrange specified");
      }
      ports.add(new PortRange(min, max));
    }
    return ports;
  }

  @Override
  void check() {
    if (!seen(-1)) {
      throw XtablesError.parameter("no ports specified");
    }
  }

  @Override
  Match build() {
    return new MultiportMatch(protocol, side, ports, inverted);
  }
}
