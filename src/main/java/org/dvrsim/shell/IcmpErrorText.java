package org.dvrsim.shell;

import java.util.List;
import org.dvrsim.net.IcmpMessage;

/**
 * ping's words for ICMP errors.
 *
 * <p>Models: iputils 20240905 ping/ping.c:pr_icmph(), ping6_common.c:print_icmp()
 */
final class IcmpErrorText {
  private static final List<String> UNREACHABLE =
      List.of(
          "Destination Net Unreachable",
          "Destination Host Unreachable",
          "Destination Protocol Unreachable",
          "Destination Port Unreachable",
          "Frag needed and DF set",
          "Source Route Failed",
          "Destination Net Unknown",
          "Destination Host Unknown",
          "Source Host Isolated",
          "Destination Net Prohibited",
          "Destination Host Prohibited",
          "Destination Net Unreachable for Type of Service",
          "Destination Host Unreachable for Type of Service",
          "Packet filtered",
          "Precedence Violation",
          "Precedence Cutoff");

  private static final List<String> UNREACHABLE6 =
      List.of(
          "No route",
          "Administratively prohibited",
          "Beyond scope of source address",
          "Address unreachable",
          "Port unreachable");

  private static final List<String> REDIRECTS =
      List.of(
          "Redirect Network",
          "Redirect Host",
          "Redirect Type of Service and Network",
          "Redirect Type of Service and Host");

  private static final int FRAG_NEEDED = 4;

  private IcmpErrorText() {}

  static String of(IcmpMessage error) {
    return error.quoted().source().isV4() ? v4(error) : v6(error);
  }

  private static String v4(IcmpMessage error) {
    int code = error.code();
    switch (error.type()) {
      case IcmpMessage.DEST_UNREACH -> {
        if (code == FRAG_NEEDED) {
          return UNREACHABLE.get(code) + " (mtu = " + error.value() + ")";
        }
        return code < UNREACHABLE.size()
            ? UNREACHABLE.get(code)
            : "Dest Unreachable, Bad Code: " + code;
      }
      case IcmpMessage.TIME_EXCEEDED -> {
        return code == 0 ? "Time to live exceeded" : "Frag reassembly time exceeded";
      }
      case IcmpMessage.REDIRECT -> {
        String what = code < REDIRECTS.size() ? REDIRECTS.get(code) : "Redirect, Bad Code: " + code;
        return what + "(New nexthop: " + error.gateway() + ")";
      }
      default -> {
        return "Bad ICMP type: " + error.type();
      }
    }
  }

  private static String v6(IcmpMessage error) {
    int code = error.code();
    return switch (error.type()) {
      case IcmpMessage.V6_DEST_UNREACH ->
          "Destination unreachable: "
              + (code < UNREACHABLE6.size() ? UNREACHABLE6.get(code) : "Unknown code " + code);
      case IcmpMessage.V6_PACKET_TOO_BIG -> "Packet too big: mtu=" + error.value();
      case IcmpMessage.V6_TIME_EXCEEDED ->
          "Time exceeded: " + (code == 0 ? "Hop limit" : "Fragment reassembly time");
      default -> "unknown icmp type: " + error.type();
    };
  }
}
