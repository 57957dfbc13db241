package org.dvrsim.shell;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Set;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * Device names and link-layer addresses as words of an {@code ip} command.
 *
 * <p>Models: iproute2 lib/utils.c:check_ifname(), lib/ll_addr.c:ll_addr_a2n()
 */
final class LinkWords {
  /** The bytes of an Ethernet address. */
  static final int MAC_BYTES = 6;

  private static final int IFNAMSIZ = 16;

  /** The kinds of device that Linux may well have and we have not. */
  private static final Set<String> OTHER_KINDS =
      ImmutableSet.of(
          "amt",
          "bareudp",
          "batadv",
          "bond",
          "bridge",
          "can",
          "dsa",
          "dummy",
          "erspan",
          "geneve",
          "gre",
          "gretap",
          "gtp",
          "hsr",
          "ifb",
          "ip6erspan",
          "ip6gre",
          "ip6gretap",
          "ip6tnl",
          "ipip",
          "ipoib",
          "ipvlan",
          "ipvtap",
          "lowpan",
          "macsec",
          "macvlan",
          "macvtap",
          "netdevsim",
          "netkit",
          "nlmon",
          "ovpn",
          "pfcp",
          "rmnet",
          "sit",
          "team",
          "tun",
          "vcan",
          "virt_wifi",
          "vlan",
          "vrf",
          "vti",
          "vti6",
          "vxcan",
          "vxlan",
          "wireguard",
          "wwan",
          "xfrm");

  private LinkWords() {}

  /** Tells whether {@code kind} is a kind of device that Linux has, but for veth. */
  static boolean isOtherKind(String kind) {
    return OTHER_KINDS.contains(kind);
  }

  /** Tells whether iproute2 takes {@code word} for a device's name; the kernel is stricter. */
  static boolean isPlausibleName(String word) {
    return word.length() < IFNAMSIZ && isPlausibleAlternativeName(word);
  }

  /** Tells whether iproute2 takes {@code word} for an alternative name, which may be longer. */
  static boolean isPlausibleAlternativeName(String word) {
    return !word.isEmpty()
        && word.indexOf('/') < 0
        && word.chars().noneMatch(c -> c == ' ' || (c >= '\t' && c <= '\r'));
  }

  /**
   * Reads hexadecimal bytes with colons between them, or a dotted IPv4 address; ends the command
   * with 1 if it is neither. Bytes after {@code max} are left out.
   */
  static byte[] linkAddress(CommandContext context, String word, int max) {
    if (word.indexOf('.') >= 0) {
      IpAddress address = PrefixWord.v4(word);
      if (address == null) {
        throw badAddress(context, word);
      }
      int bits = address.toV4Bits();
      return new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits};
    }
    byte[] bytes = new byte[max];
    int count = 0;
    for (String part : word.split(":", -1)) {
      if (count == max) {
        break;
      }
      int value = hexadecimal(part);
      if (value < 0 || value > 255) {
        throw badAddress(context, part);
      }
      bytes[count++] = (byte) value;
    }
    return Arrays.copyOf(bytes, count);
  }

  /** Reads what is hexadecimal at the beginning, as scanf's %x does; -1 if nothing is. */
  private static int hexadecimal(String part) {
    int i = 0;
    while (i < part.length() && Character.isWhitespace(part.charAt(i))) {
      i++;
    }
    if (part.startsWith("0x", i) || part.startsWith("0X", i)) {
      i += 2;
    }
    int start = i;
    int value = 0;
    while (i < part.length() && Character.digit(part.charAt(i), 16) >= 0 && value < 0x1000) {
      value = value * 16 + Character.digit(part.charAt(i), 16);
      i++;
    }
    return i == start ? -1 : value;
  }

  private static CommandExit badAddress(CommandContext context, String word) {
    context.complain("\"" + word + "\" is invalid lladdr.");
    return new CommandExit(1);
  }

  /** Returns the Ethernet address that the first six of {@code bytes} make. */
  static MacAddress mac(byte[] bytes) {
    long bits = 0;
    for (int i = 0; i < MAC_BYTES; i++) {
      bits = bits << 8 | (bytes[i] & 0xff);
    }
    return new MacAddress(bits);
  }
}
