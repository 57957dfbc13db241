package org.dvrsim.netfilter;

import org.dvrsim.net.IpFamily;

/**
 * Prints chains and rules as {@code iptables -L} does.
 *
 * <p>Models: iptables/xshared.c:print_header(), print_rule_details(), print_ifaces(),
 * iptables/nft-ipv4.c:nft_ipv4_print_rule()
 */
final class RuleListing {
  private static final int K = 1000;

  private final StringBuilder out;
  private final boolean counters;
  private final boolean numeric;
  private final boolean exact;
  private final boolean lineNumbers;

  RuleListing(
      StringBuilder out, boolean counters, boolean numeric, boolean exact, boolean lineNumbers) {
    this.out = out;
    this.counters = counters;
    this.numeric = numeric;
    this.exact = exact;
    this.lineNumbers = lineNumbers;
  }

  /** Prints a chain's head and its rules. */
  void chain(Chain chain) {
    header(chain);
    int number = 1;
    for (ChainRule rule : chain.rules()) {
      rule(rule, number++);
    }
  }

  private void header(Chain chain) {
    out.append("Chain ").append(chain.name());
    if (chain.isBase()) {
      out.append(" (policy ").append(chain.policy());
      if (counters) {
        out.append(' ').append(shortened(chain.packets())).append(" packets, ");
        out.append(shortened(chain.bytes())).append(" bytes");
      }
      out.append(")\n");
    } else {
      out.append(" (").append(chain.references()).append(" references)\n");
    }
    if (lineNumbers) {
      pad("num", 4);
    }
    if (counters) {
      out.append(exact ? "    pkts      bytes " : " pkts bytes ");
    }
    pad("target", 9);
    out.append(" prot opt");
    if (counters) {
      out.append(' ');
      pad("in", 6);
      pad("out", 6);
    }
    out.append(' ');
    pad("source", 19);
    out.append(' ');
    pad("destination", 19);
    out.append('\n');
  }

  /** Prints one rule's line. */
  void rule(ChainRule placed, int number) {
    IptablesRule rule = placed.rule();
    RuleHeader header = rule.header();
    if (lineNumbers) {
      pad(Integer.toString(number), 4);
    }
    if (counters) {
      number(placed.packets());
      number(placed.bytes());
    }
    pad(rule.target() == null ? "" : rule.target().listedName(), 9);
    out.append(header.protocolInverted() ? '!' : ' ');
    pad(protocol(header.protocol(), numeric), 4);
    out.append(fragment(header)).append(' ');
    if (counters) {
      out.append(' ');
      pad(device(header.in(), numeric), 6);
      pad(device(header.out(), numeric), 6);
    }
    out.append(header.sourceInverted() ? '!' : ' ');
    pad(address(header.source(), header.family(), numeric), 19);
    out.append(header.destinationInverted() ? '!' : ' ');
    pad(address(header.destination(), header.family(), numeric), 19);
    matchesAndTarget(out, rule, numeric);
    out.append('\n');
  }

  /** Prints a rule without columns, as commands with {@code -v} do when they change something. */
  static void verbose(StringBuilder out, IptablesRule rule, long packets, long bytes) {
    RuleHeader header = rule.header();
    out.append(rule.target() == null ? "" : rule.target().listedName()).append(' ');
    out.append(header.protocolInverted() ? '!' : ' ');
    out.append(protocol(header.protocol(), true)).append(" opt ");
    out.append(fragment(header));
    out.append(" in ").append(device(header.in(), true));
    out.append(" out ").append(device(header.out(), true)).append(' ');
    out.append(header.sourceInverted() ? '!' : ' ');
    out.append(address(header.source(), header.family(), true)).append(' ');
    out.append(header.destinationInverted() ? '!' : ' ').append("-> ");
    out.append(address(header.destination(), header.family(), true)).append("  ");
    matchesAndTarget(out, rule, true);
    out.append('\n');
  }

  private static void matchesAndTarget(StringBuilder out, IptablesRule rule, boolean numeric) {
    if (rule.target() instanceof Jump jump && jump.isGoto()) {
      out.append("[goto] ");
    }
    for (Match match : rule.matches()) {
      match.list(out, numeric);
    }
    if (rule.target() != null) {
      rule.target().list(out, numeric);
    }
  }

  private static String protocol(int protocol, boolean numeric) {
    String name = numeric ? Protocols.name(protocol) : Protocols.listedName(protocol);
    return name == null ? Integer.toString(protocol) : name;
  }

  private static String fragment(RuleHeader header) {
    if (!header.fragment()) {
      return "--";
    }
    return header.fragmentInverted() ? "!f" : "-f";
  }

  private static String device(InterfacePattern device, boolean numeric) {
    if (device == null || (device.text().equals("+") && !device.inverted())) {
      return numeric ? "*" : "any";
    }
    return (device.inverted() ? "!" : "") + device.text();
  }

  private static String address(AddressMask address, IpFamily family, boolean numeric) {
    boolean anywhere = family == IpFamily.V4 ? address.isAny() : address.address().isUnspecified();
    if (!numeric && anywhere) {
      return "anywhere";
    }
    StringBuilder text = new StringBuilder();
    String name = numeric ? null : HostNames.nameOf(address.address());
    text.append(name == null ? address.address().toString() : name);
    if (address.prefixLength() != family.bits()) {
      address.appendMask(text);
    }
    return text.toString();
  }

  private void number(long number) {
    String text = shortened(number);
    out.append(" ".repeat(Math.max(0, (exact ? 8 : 5) - text.length()))).append(text).append(' ');
  }

  /**
   * Returns a number in thousands, millions and so on once it is large.
   *
   * <p>Models: libxtables/xtables.c:xtables_print_num()
   */
  private String shortened(long number) {
    if (exact || number <= 99999) {
      return Long.toString(number);
    }
    long left = number;
    for (String unit : new String[] {"K", "M", "G"}) {
      left = (left + K / 2) / K;
      if (left <= 9999) {
        return left + unit;
      }
    }
    return (left + K / 2) / K + "T";
  }

  private void pad(String text, int width) {
    out.append(text);
    for (int i = text.length(); i < width; i++) {
      out.append(' ');
    }
    out.append(' ');
  }
}
