package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.dvrsim.net.IpProtocols;

/**
 * Names of the protocols above IP.
 *
 * <p>Models: libxtables/xtables.c:xtables_chain_protos, and the file /etc/protocols
 */
final class Protocols {
  static final int ICMP = 1;
  static final int TCP = 6;
  static final int UDP = 17;
  static final int DCCP = 33;
  static final int ESP = 50;
  static final int AH = 51;
  static final int ICMPV6 = 58;
  static final int SCTP = 132;
  static final int UDPLITE = 136;

  /** In the order of the original, in which the first name of a number is the one printed. */
  private static final List<Name> KNOWN =
      names(
          "tcp 6 sctp 132 udp 17 udplite 136 icmp 1 ipv6-icmp 58 icmpv6 58 esp 50 ah 51"
              + " mobility-header 135 ipv6-mh 135 mh 135 dccp 33 ipcomp 108 all 0");

  private Protocols() {}

  private record Name(String text, int number) {}

  private static List<Name> names(String words) {
    List<Name> names = new ArrayList<>();
    Iterator<String> each = Arrays.asList(words.split(" ", -1)).iterator();
    while (each.hasNext()) {
      names.add(new Name(each.next(), Integer.parseInt(each.next())));
    }
    return List.copyOf(names);
  }

  /**
   * Reads a protocol's number or name.
   *
   * @throws XtablesError if there is no such protocol
   */
  static int parse(String text) {
    long number = CNumber.whole(text, 0, 255);
    if (number >= 0) {
      return (int) number;
    }
    for (Name name : KNOWN) {
      if (name.text.equals(text)) {
        return name.number;
      }
    }
    return IpProtocols.number(text)
        .orElseThrow(() -> XtablesError.parameter("unknown protocol \"" + text + "\" specified"));
  }

  /** Returns the name that iptables itself has for a protocol, or null. */
  static String name(int protocol) {
    for (Name name : KNOWN) {
      if (name.number == protocol) {
        return name.text;
      }
    }
    return null;
  }

  /** Returns the name that a listing without {@code -n} shows, or null. */
  static String listedName(int protocol) {
    String known = name(protocol);
    return known != null || protocol == 0 ? known : IpProtocols.name(protocol);
  }

  /** Returns the name of a protocol that has ports, as multiport knows it, or null. */
  static String nameWithPorts(int protocol) {
    return switch (protocol) {
      case TCP, UDP, UDPLITE, SCTP, DCCP -> name(protocol);
      default -> null;
    };
  }
}
