package org.dvrsim.netfilter;

import org.dvrsim.net.IpFamily;

/**
 * Type and code of ICMP or ICMPv6.
 *
 * <p>Models: extensions/libipt_icmp.c, extensions/libip6t_icmp6.c,
 * net/ipv4/netfilter/ip_tables.c:icmp_type_code_match()
 *
 * @param codes the codes, in a range like ports
 */
record IcmpMatch(IpFamily family, int type, PortRange codes, boolean inverted) implements Match {
  private static final PortRange ALL_CODES = new PortRange(0, 0xff);

  @Override
  public String name() {
    return family == IpFamily.V4 ? "icmp" : "icmp6";
  }

  private boolean isAnyType() {
    return family == IpFamily.V4 && type == IcmpName.ANY_TYPE;
  }

  @Override
  public boolean matches(PacketView packet) {
    if (packet.icmpType() < 0) {
      return false;
    }
    boolean hit = isAnyType() || (packet.icmpType() == type && codes.contains(packet.icmpCode()));
    return hit != inverted;
  }

  @Override
  public boolean isValid(RuleContext context) {
    return context.hasProtocol(family == IpFamily.V4 ? Protocols.ICMP : Protocols.ICMPV6);
  }

  @Override
  public void save(StringBuilder out) {
    out.append(inverted ? " !" : "");
    out.append(family == IpFamily.V4 ? " --icmp-type " : " --icmpv6-type ");
    if (isAnyType() && codes.equals(ALL_CODES)) {
      out.append("any");
      return;
    }
    out.append(type);
    if (!codes.equals(ALL_CODES)) {
      out.append('/').append(codes.min());
    }
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(family == IpFamily.V4 ? " icmp" : " ipv6-icmp");
    String known = numeric ? null : IcmpName.nameOf(family, type, codes);
    if (known != null) {
      out.append(inverted ? " !" : " ").append(known);
      return;
    }
    out.append(inverted ? " !" : "").append("type ").append(type);
    if (codes.min() == codes.max()) {
      out.append(" code ").append(codes.min());
    } else if (!codes.equals(ALL_CODES)) {
      out.append(" codes ").append(codes.min()).append('-').append(codes.max());
    }
  }
}
