package org.dvrsim.net;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Names of the protocols above IP as Debian's /etc/protocols has them. */
public final class IpProtocols {
  /** ICMP. */
  public static final int ICMP = 1;

  /** TCP. */
  public static final int TCP = 6;

  /** UDP. */
  public static final int UDP = 17;

  /** ICMP for IPv6. */
  public static final int ICMPV6 = 58;

  /** In the order of the file: the first name of a number is the one printed. */
  private static final ImmutableMap<String, Integer> NUMBERS =
      parse(
          "ip 0 hopopt 0 icmp 1 igmp 2 ggp 3 ipencap 4 st 5 tcp 6 egp 8 igp 9 pup 12"
              + " udp 17 hmp 20 xns-idp 22 rdp 27 iso-tp4 29 dccp 33 xtp 36 ddp 37 idpr-cmtp"
              + " 38 ipv6 41 ipv6-route 43 ipv6-frag 44 idrp 45 rsvp 46 gre 47 esp 50 ah 51"
              + " skip 57 ipv6-icmp 58 ipv6-nonxt 59 ipv6-opts 60 rspf 73 vmtp 81 eigrp 88"
              + " ospf 89 ax.25 93 ipip 94 etherip 97 encap 98 pim 103 ipcomp 108 vrrp 112"
              + " l2tp 115 isis 124 sctp 132 fc 133 mobility-header 135 udplite 136 mpls-in-ip"
              + " 137 manet 138 hip 139 shim6 140 wesp 141 rohc 142 ethernet 143");

  private IpProtocols() {}

  private static ImmutableMap<String, Integer> parse(String text) {
    ImmutableMap.Builder<String, Integer> numbers = ImmutableMap.builder();
    String[] words = text.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      numbers.put(words[i], Integer.valueOf(words[i + 1]));
    }
    return numbers.buildOrThrow();
  }

  /** Returns the number of a name, or of its alias in capitals; empty if there is none. */
  public static OptionalInt number(String name) {
    Integer number = NUMBERS.get(name);
    if (number == null && name.equals(name.toUpperCase(Locale.ROOT))) {
      number = NUMBERS.get(name.toLowerCase(Locale.ROOT));
    }
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Returns the name of a number, null if it has none. */
  public static String name(int protocol) {
    for (Map.Entry<String, Integer> entry : NUMBERS.entrySet()) {
      if (entry.getValue() == protocol) {
        return entry.getKey();
      }
    }
    return null;
  }
}
