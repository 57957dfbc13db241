package org.dvrsim.netfilter;

import java.util.List;

/**
 * Up to 15 ports or ranges of ports.
 *
 * <p>Models: extensions/libxt_multiport.c, net/netfilter/xt_multiport.c
 *
 * @param side 0 for source ports, 1 for destination ports, 2 for either
 */
record MultiportMatch(int protocol, int side, List<PortRange> ports, boolean inverted)
    implements Match {
  static final List<String> SIDES = List.of("sports", "dports", "ports");

  /** Copies the list. */
  MultiportMatch {
    ports = List.copyOf(ports);
  }

  @Override
  public String name() {
    return "multiport";
  }

  @Override
  public boolean matches(PacketView packet) {
    if (packet.sourcePort() < 0) {
      return false;
    }
    boolean hit = false;
    for (PortRange range : ports) {
      hit |= side != 1 && range.contains(packet.sourcePort());
      hit |= side != 0 && range.contains(packet.destinationPort());
    }
    return hit != inverted;
  }

  @Override
  public boolean isValid(RuleContext context) {
    return !context.protocolInverted() && Protocols.nameWithPorts(context.protocol()) != null;
  }

  @Override
  public void save(StringBuilder out) {
    out.append(inverted ? " ! --" : " --").append(SIDES.get(side)).append(' ');
    ports(out, true);
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(" multiport ").append(SIDES.get(side)).append(' ').append(inverted ? " !" : "");
    ports(out, numeric);
  }

  private void ports(StringBuilder out, boolean numeric) {
    String service = Protocols.nameWithPorts(protocol);
    String separator = "";
    for (PortRange range : ports) {
      out.append(separator).append(Services.show(range.min(), service, numeric));
      if (range.min() != range.max()) {
        out.append(':').append(Services.show(range.max(), service, numeric));
      }
      separator = ",";
    }
  }
}
