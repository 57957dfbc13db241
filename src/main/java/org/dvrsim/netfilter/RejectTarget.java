package org.dvrsim.netfilter;

import java.util.List;
import java.util.Locale;
import org.dvrsim.net.IpFamily;

/**
 * Drops the packet and sends an ICMP error or a TCP reset back.
 *
 * <p>Models: extensions/libipt_REJECT.c, extensions/libip6t_REJECT.c,
 * net/ipv4/netfilter/ipt_REJECT.c, net/ipv6/netfilter/ip6t_REJECT.c
 *
 * @param with the name of the answer, such as {@code icmp-port-unreachable} or {@code tcp-reset}
 */
public record RejectTarget(String with) implements Target {
  private static final int HOOKS = Hook.mask(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT);

  @Override
  public String name() {
    return "REJECT";
  }

  /** Tells whether a TCP reset is sent rather than an ICMP error. */
  public boolean isTcpReset() {
    return with.equals("tcp-reset");
  }

  @Override
  public boolean isValid(RuleContext context) {
    return context.table() == TableName.FILTER
        && context.within(HOOKS)
        && (!isTcpReset() || context.hasProtocol(Protocols.TCP));
  }

  @Override
  public int allowedHooks() {
    return HOOKS;
  }

  @Override
  public void save(StringBuilder out) {
    out.append(" --reject-with ").append(with);
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(" reject-with ").append(with);
  }

  /** Reads {@code --reject-with}; names may be shortened. */
  static final class Parser extends ExtensionParser<Target> {
    /** Names, each followed by its other name, in the order in which they are tried. */
    private static final List<List<String>> V4 =
        List.of(
            List.of("icmp-net-unreachable", "net-unreach"),
            List.of("icmp-host-unreachable", "host-unreach"),
            List.of("icmp-proto-unreachable", "proto-unreach"),
            List.of("icmp-port-unreachable", "port-unreach"),
            List.of("icmp-net-prohibited", "net-prohib"),
            List.of("icmp-host-prohibited", "host-prohib"),
            List.of("tcp-reset", "tcp-rst"),
            List.of("icmp-admin-prohibited", "admin-prohib"));

    private static final List<List<String>> V6 =
        List.of(
            List.of("icmp6-no-route", "no-route"),
            List.of("icmp6-adm-prohibited", "adm-prohibited"),
            List.of("icmp6-addr-unreachable", "addr-unreach"),
            List.of("icmp6-port-unreachable", "port-unreach"),
            List.of("tcp-reset", "tcp-reset"),
            List.of("icmp6-policy-fail", "policy-fail"),
            List.of("icmp6-reject-route", "reject-route"));

    private static final OptionTable OPTIONS =
        OptionTable.of("REJECT", ExtensionOption.value("reject-with", 0));

    private final List<List<String>> known;
    private String with;

    Parser(IpFamily family) {
      super(OPTIONS);
      known = family == IpFamily.V4 ? V4 : V6;
      with = family == IpFamily.V4 ? "icmp-port-unreachable" : "icmp6-port-unreachable";
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      String wanted = argument.toLowerCase(Locale.ROOT);
      for (List<String> names : known) {
        if (names.get(0).startsWith(wanted) || names.get(1).startsWith(wanted)) {
          with = names.get(0);
          return;
        }
      }
      throw XtablesError.parameter("unknown reject type \"" + argument + "\"");
    }

    @Override
    Target build() {
      return new RejectTarget(with);
    }
  }
}
