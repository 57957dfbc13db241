package org.dvrsim.netfilter;

import java.util.List;
import java.util.Locale;
import org.dvrsim.net.IpFamily;

/**
 * Names of ICMP types and codes. A name may be shortened as long as it stays unambiguous.
 *
 * <p>Models: extensions/libxt_icmp.h
 *
 * @param code -1 for every code
 */
record IcmpName(String text, int type, int code) {
  /** The type that stands for all types in IPv4. */
  static final int ANY_TYPE = 0xff;

  private static final List<IcmpName> V4 =
      read(
          """
          any 255
          echo-reply 0
          pong 0
          destination-unreachable 3
          network-unreachable 3 0
          host-unreachable 3 1
          protocol-unreachable 3 2
          port-unreachable 3 3
          fragmentation-needed 3 4
          source-route-failed 3 5
          network-unknown 3 6
          host-unknown 3 7
          network-prohibited 3 9
          host-prohibited 3 10
          TOS-network-unreachable 3 11
          TOS-host-unreachable 3 12
          communication-prohibited 3 13
          host-precedence-violation 3 14
          precedence-cutoff 3 15
          source-quench 4
          redirect 5
          network-redirect 5 0
          host-redirect 5 1
          TOS-network-redirect 5 2
          TOS-host-redirect 5 3
          echo-request 8
          ping 8
          router-advertisement 9
          router-solicitation 10
          time-exceeded 11
          ttl-exceeded 11
          ttl-zero-during-transit 11 0
          ttl-zero-during-reassembly 11 1
          parameter-problem 12
          ip-header-bad 12 0
          required-option-missing 12 1
          timestamp-request 13
          timestamp-reply 14
          address-mask-request 17
          address-mask-reply 18
          """);

  private static final List<IcmpName> V6 =
      read(
          """
          destination-unreachable 1
          no-route 1 0
          communication-prohibited 1 1
          beyond-scope 1 2
          address-unreachable 1 3
          port-unreachable 1 4
          failed-policy 1 5
          reject-route 1 6
          packet-too-big 2
          time-exceeded 3
          ttl-exceeded 3
          ttl-zero-during-transit 3 0
          ttl-zero-during-reassembly 3 1
          parameter-problem 4
          bad-header 4 0
          unknown-header-type 4 1
          unknown-option 4 2
          echo-request 128
          ping 128
          echo-reply 129
          pong 129
          mld-listener-query 130
          mld-listener-report 131
          mld-listener-done 132
          mld-listener-reduction 132
          router-solicitation 133
          router-advertisement 134
          neighbour-solicitation 135
          neighbor-solicitation 135
          neighbour-advertisement 136
          neighbor-advertisement 136
          redirect 137
          """);

  private static List<IcmpName> read(String table) {
    return table
        .lines()
        .map(line -> line.split(" ", -1))
        .map(
            words ->
                new IcmpName(
                    words[0],
                    Integer.parseInt(words[1]),
                    words.length > 2 ? Integer.parseInt(words[2]) : -1))
        .toList();
  }

  private static List<IcmpName> table(IpFamily family) {
    return family == IpFamily.V4 ? V4 : V6;
  }

  /**
   * Returns the entry that {@code text} shortens, null if there is none.
   *
   * @throws XtablesError if it shortens several
   */
  static IcmpName find(IpFamily family, String text) {
    IcmpName found = null;
    String wanted = text.toLowerCase(Locale.ROOT);
    for (IcmpName name : table(family)) {
      if (!name.text.toLowerCase(Locale.ROOT).startsWith(wanted)) {
        continue;
      }
      if (found != null) {
        throw XtablesError.parameter(
            "Ambiguous %s type `%s': `%s' or `%s'?"
                .formatted(protocolName(family), text, found.text, name.text));
      }
      found = name;
    }
    return found;
  }

  /** Returns the first name of a type and a range of codes, null if there is none. */
  static String nameOf(IpFamily family, int type, PortRange codes) {
    for (IcmpName name : table(family)) {
      if (name.type == type && name.codes().equals(codes)) {
        return name.text;
      }
    }
    return null;
  }

  /** Returns the range of codes. */
  PortRange codes() {
    return code < 0 ? new PortRange(0, 0xff) : new PortRange(code, code);
  }

  static String protocolName(IpFamily family) {
    return family == IpFamily.V4 ? "ICMP" : "ICMPv6";
  }
}
