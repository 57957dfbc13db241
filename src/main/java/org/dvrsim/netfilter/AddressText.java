package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * Reads addresses as iptables takes them: lists, masks by length or in full, IPv4 addresses with
 * less than four numbers. Host names are not looked up: every name is unknown but {@code
 * localhost}.
 */
final class AddressText {
  private AddressText() {}

  /**
   * Reads a list of addresses with masks.
   *
   * <p>Models: libxtables/xtables.c:xtables_ipparse_multiple(), xtables_ip6parse_multiple()
   */
  static List<AddressMask> list(String text, IpFamily family) {
    if (text.indexOf(',') < 0) {
      return List.of(one(stripLeading(text), family));
    }
    List<AddressMask> list = new ArrayList<>();
    for (String item : text.split(",", -1)) {
      list.add(one(stripLeading(item), family));
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

  private static AddressMask one(String text, IpFamily family) {
    int slash = text.lastIndexOf('/');
    String name = slash < 0 ? text : text.substring(0, slash);
    IpAddress mask =
        slash < 0
            ? AddressMask.maskOf(family, family.bits())
            : mask(text.substring(slash + 1), family);
    if (mask.isUnspecified()) {
      return AddressMask.any(family);
    }
    IpAddress address = host(name, family);
    if (address == null) {
      throw XtablesError.parameter("host/network `" + name + "' not found");
    }
    return new AddressMask(address, mask);
  }

  private static IpAddress mask(String text, IpFamily family) {
    IpAddress full = family == IpFamily.V4 ? dotted(text, true) : numeric(text, family);
    if (full != null) {
      return full;
    }
    long length = CNumber.whole(text, 0, family.bits());
    if (length < 0) {
      throw XtablesError.parameter("invalid mask `" + text + "' specified");
    }
    return AddressMask.maskOf(family, (int) length);
  }

  private static IpAddress host(String name, IpFamily family) {
    IpAddress address = family == IpFamily.V4 ? dotted(name, false) : numeric(name, family);
    if (address == null && name.equals("localhost")) {
      return family == IpFamily.V4 ? IpAddress.v4(0x7f000001) : IpAddress.v6(0, 1);
    }
    return address;
  }

  /**
   * Reads numbers separated by dots; the last of fewer than four is taken in its place and zeros
   * follow, except in a mask.
   *
   * <p>Models: libxtables/xtables.c:__numeric_to_ipaddr()
   */
  private static IpAddress dotted(String text, boolean isMask) {
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

  private static IpAddress numeric(String text, IpFamily family) {
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
   * Reads an address with an optional mask in an option of an extension.
   *
   * <p>Models: libxtables/xtoptions.c:xtopt_parse_hostmask()
   */
  static AddressMask hostMask(
      ExtensionParser<?> parser, ExtensionOption option, String text, IpFamily family) {
    int slash = text.indexOf('/');
    String name = slash < 0 ? text : text.substring(0, slash);
    IpAddress address = numeric(name, family);
    if (address == null) {
      address = family == IpFamily.V4 ? dotted(name, false) : null;
    }
    if (address == null) {
      throw XtablesError.parameter("getaddrinfo: Name or service not known\n");
    }
    if (slash < 0) {
      return AddressMask.host(address);
    }
    String rest = text.substring(slash + 1);
    long length = CNumber.whole(rest, 0, family.bits());
    IpAddress mask = length >= 0 ? AddressMask.maskOf(family, (int) length) : numeric(rest, family);
    if (mask == null) {
      throw parser.problem(
          "bad value for option \"--"
              + option.name()
              + "\", neither a valid network mask nor valid CIDR (0-"
              + family.bits()
              + ").\n");
    }
    return new AddressMask(address, mask);
  }
}
