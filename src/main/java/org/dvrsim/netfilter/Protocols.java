package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

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

  /** The names that Debian's /etc/protocols holds, in its order. */
  private static final List<Name> FILE =
      names(
          "ip 0 hopopt 0 icmp 1 igmp 2 ggp 3 ipencap 4 st 5 tcp 6 egp 8 igp 9 pup 12"
              + " udp 17 hmp 20 xns-idp 22 rdp 27 iso-tp4 29 dccp 33 xtp 36 ddp 37 idpr-cmtp"
              + " 38 ipv6 41 ipv6-route 43 ipv6-frag 44 idrp 45 rsvp 46 gre 47 esp 50 ah 51"
              + " skip 57 ipv6-icmp 58 ipv6-nonxt 59 ipv6-opts 60 rspf 73 vmtp 81 eigrp 88"
              + " ospf 89 ax.25 93 ipip 94 etherip 97 encap 98 pim 103 ipcomp 108 vrrp 112"
              + " l2tp 115 isis 124 sctp 132 fc 133 mobility-header 135 udplite 136 mpls-in-ip"
              + " 137 manet 138 hip 139 shim6 140 wesp 141 rohc 142 ethernet 143");

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
    for (Name name : FILE) {
      if (name.text.equals(text)) {
        return name.number;
      }
    }
    throw XtablesError.parameter("unknown protocol \"" + text + "\" specified");
  }

  /** Returns the name that iptables itself has for a protocol, or null. */
  static String name(int protocol) {
    return first(KNOWN, protocol);
  }

  /** Returns the name that a listing without {@code -n} shows, or null. */
  static String listedName(int protocol) {
    String known = name(protocol);
    return known != null || protocol == 0 ? known : first(FILE, protocol);
  }

  private static String first(List<Name> names, int protocol) {
    for (Name name : names) {
      if (name.number == protocol) {
        return name.text;
      }
    }
    return null;
  }

  /** Returns the name of a protocol that has ports, as multiport knows it, or null. */
  static String nameWithPorts(int protocol) {
    return switch (protocol) {
      case TCP, UDP, UDPLITE, SCTP, DCCP -> name(protocol);
      default -> null;
    };
  }
}
