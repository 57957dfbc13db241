package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * Reads addresses as iptables takes them: lists, masks by length or in full, IPv4 addresses with
 * less than four numbers. Nobody is asked about names; see {@link HostNames}.
 */
final class AddressText {
  private AddressText() {}

  /**
   * Reads a list of addresses with masks.
   *
   * <p>Models: libxtables/xtables.c:xtables_ipparse_multiple(), xtables_ip6parse_multiple()
   */
  static List<AddressMask> list(String text, IpFamily family) {
    List<AddressMask> list = new ArrayList<>(1);
    if (text.indexOf(',') < 0) {
      add(stripLeading(text), family, list);
      return list;
    }
    for (String item : text.split(",", -1)) {
      add(stripLeading(item), family, list);
    }
    return list;
  }

  private static String stripLeading(String text) {
    int i = 0;
    while (i < text.length() && CNumber.isSpace(text.charAt(i))) {
      i++;
    }
    return text.substring(i);
  }

  private static void add(String text, IpFamily family, List<AddressMask> list) {
    int slash = text.lastIndexOf('/');
    String name = slash < 0 ? text : text.substring(0, slash);
    IpAddress mask =
        slash < 0
            ? AddressMask.maskOf(family, family.bits())
            : mask(text.substring(slash + 1), family);
    if (mask.isUnspecified()) {
      list.add(AddressMask.any(family));
      return;
    }
    IpAddress address = family == IpFamily.V4 ? dotted(name, false) : numeric(name, family);
    List<IpAddress> addresses =
        address != null ? List.of(address) : HostNames.addressesOf(name, family);
    if (addresses.isEmpty()) {
      throw XtablesError.parameter("host/network `" + name + "' not found");
    }
    for (IpAddress each : addresses) {
      list.add(AddressMask.network(each, mask));
    }
  }

  private static IpAddress mask(String text, IpFamily family) {
    long length = CNumber.whole(text, 0, family.bits());
    if (length < 0) {
      IpAddress full = family == IpFamily.V4 ? dotted(text, true) : numeric(text, family);
      if (full != null) {
        return full;
      }
      throw XtablesError.parameter("invalid mask `" + text + "' specified");
    }
    return AddressMask.maskOf(family, (int) length);
  }

  /**
   * Reads numbers separated by dots; the last of fewer than four is taken in its place and zeros
   * follow, except in a mask.
   *
   * <p>Models: libxtables/xtables.c:__numeric_to_ipaddr()
   */
  private static IpAddress dotted(String text, boolean isMask) {
    long plain = plainDotted(text);
    if (plain >= 0) {
      return IpAddress.v4((int) plain);
    }
    int bits = 0;
    int start = 0;
    for (int i = 0; i < 4; i++) {
      int dot = i == 3 ? -1 : text.indexOf('.', start);
      if (dot < 0 && i < 3 && isMask) {
        return null;
      }
      long number = CNumber.whole(text.substring(start, dot < 0 ? text.length() : dot), 0, 255);
      if (number < 0) {
        return null;
      }
      bits |= (int) number << (24 - 8 * i);
      if (dot < 0) {
        break;
      }
      start = dot + 1;
    }
    return IpAddress.v4(bits);
  }

  /** Reads four decimal numbers as people write them; -1 for any other form. */
  private static long plainDotted(String text) {
    long bits = 0;
    int number = -1;
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (number < 0) {
          return -1;
        }
        bits = bits << 8 | number;
        number = -1;
        dots++;
      } else if (c < '0' || c > '9' || number == 0) {
        return -1;
      } else {
        number = number < 0 ? c - '0' : number * 10 + (c - '0');
        if (number > 255) {
          return -1;
        }
      }
    }
    return dots == 3 && number >= 0 ? bits << 8 | number : -1;
  }

  private static IpAddress numeric(String text, IpFamily family) {
    if (family == IpFamily.V4) {
      long bits = plainDotted(text);
      return bits < 0 ? null : IpAddress.v4((int) bits);
    }
    if (!IpAddress.isValid(text)) {
      return null;
    }
    IpAddress address = IpAddress.parse(text);
    return address.family() == family ? address : null;
  }

  /** Reads an address alone, null if it is none of this family. */
  static IpAddress plain(String text, IpFamily family) {
    return numeric(text, family);
  }

  /**
   * Reads an address alone, of IPv4 with as many numbers as one likes; null if it is none of this
   * family.
   */
  static IpAddress shortened(String text, IpFamily family) {
    return family == IpFamily.V4 ? dotted(text, false) : numeric(text, family);
  }

  /**
   * Reads an address with an optional mask in an option of an extension.
   *
   * <p>Models: libxtables/xtoptions.c:xtopt_parse_hostmask()
   */
  static AddressMask hostMask(
      ExtensionParser<?> parser, ExtensionOption option, String text, IpFamily family) {
    int slash = text.indexOf('/');
    String name = slash < 0 ? text : text.substring(0, slash);
    IpAddress address = resolved(name, family);
    if (slash < 0) {
      return AddressMask.host(address);
    }
    String rest = text.substring(slash + 1);
    long length = CNumber.whole(rest, 0, family.bits());
    IpAddress mask = length >= 0 ? AddressMask.maskOf(family, (int) length) : anyForm(rest, family);
    if (mask == null) {
      throw parser.problem(
          "bad value for option \"--"
              + parser.named(option)
              + "\", neither a valid network mask nor valid CIDR (0-"
              + family.bits()
              + ").\n");
    }
    return new AddressMask(address, mask);
  }

  /**
   * Returns what getaddrinfo(3) would find without asking a name server.
   *
   * @throws XtablesError if that is nothing
   */
  private static IpAddress resolved(String name, IpFamily family) {
    IpAddress address = anyForm(name, family);
    if (address != null) {
      return address;
    }
    if (name.equals(HostNames.LOCALHOST)) {
      return HostNames.addressesOf(name, family).get(0);
    }
    IpFamily other = family == IpFamily.V4 ? IpFamily.V6 : IpFamily.V4;
    String reason;
    if (anyForm(name, other) != null) {
      reason = "Address family for hostname not supported";
    } else if (isAskable(name)) {
      reason = "Temporary failure in name resolution";
    } else {
      reason = "Name or service not known";
    }
    throw XtablesError.parameter("getaddrinfo: " + reason + "\n");
  }

  /**
   * Reads an address as getaddrinfo(3) does: an IPv4 address may have fewer than four numbers, the
   * last of which then fills the remaining bytes.
   */
  private static IpAddress anyForm(String text, IpFamily family) {
    if (family == IpFamily.V6) {
      return numeric(text, family);
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length > 4) {
      return null;
    }
    long bits = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      int width = last ? 8 * (5 - parts.length) : 8;
      long number = CNumber.whole(parts[i], 0, (1L << width) - 1);
      if (number < 0) {
        return null;
      }
      bits = last ? bits << width | number : bits << 8 | number;
    }
    return IpAddress.v4((int) bits);
  }

  /** Tells whether a name server would be asked about a name. */
  private static boolean isAskable(String name) {
    boolean letters = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
      if (!letter && c != '.' && !(c >= '0' && c <= '9')) {
        return false;
      }
      letters |= letter;
    }
    return letters;
  }
}
