package org.dvrsim.shell;

import java.util.Optional;
import java.util.OptionalLong;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;

/**
 * An address or prefix as a word of an {@code ip} command. {@code default}, {@code all} and {@code
 * any} have no address; an IPv4 address may leave out its last numbers.
 *
 * <p>Models: iproute2 lib/utils.c:get_addr_1(), get_prefix_1()
 *
 * @param family of the address, or the one asked for where there is none
 * @param address empty: none is sent
 * @param length the prefix length; that of a whole address where none is written
 * @param lengthGiven whether a length is written
 */
record PrefixWord(
    AddressFamily family, Optional<IpAddress> address, int length, boolean lengthGiven) {

  /** Reads a prefix or ends the command with iproute2's complaint. */
  static PrefixWord prefix(CommandContext context, String word, AddressFamily family) {
    if (family == AddressFamily.PACKET) {
      context.complain(
          "Error: \"" + word + "\" may be inet prefix, but it is not allowed in this context.");
      throw new CommandExit(1);
    }
    PrefixWord parsed = tryPrefix(word, family);
    if (parsed == null) {
      context.complain(
          "Error: " + family.verbose() + " prefix is expected rather than \"" + word + "\".");
      throw new CommandExit(1);
    }
    return parsed;
  }

  /** Reads an address or ends the command with iproute2's complaint. */
  static PrefixWord address(CommandContext context, String word, AddressFamily family) {
    PrefixWord parsed = tryAddress(word, family);
    if (parsed == null) {
      context.complain(
          "Error: " + family.verbose() + " address is expected rather than \"" + word + "\".");
      throw new CommandExit(1);
    }
    return parsed;
  }

  private static PrefixWord tryPrefix(String word, AddressFamily family) {
    int slash = word.indexOf('/');
    PrefixWord base = tryAddress(slash < 0 ? word : word.substring(0, slash), family);
    if (base == null || slash < 0) {
      return base;
    }
    if (base.address.isEmpty()) {
      return null;
    }
    int length = netmask(word.substring(slash + 1));
    if (length < 0 || length > base.family.bits()) {
      return null;
    }
    return new PrefixWord(base.family, base.address, length, true);
  }

  private static PrefixWord tryAddress(String word, AddressFamily family) {
    if (word.equals("default") || word.equals("all") || word.equals("any")) {
      return new PrefixWord(family, Optional.empty(), 0, word.equals("default"));
    }
    boolean v6 = word.indexOf(':') >= 0;
    AddressFamily own = v6 ? AddressFamily.INET6 : AddressFamily.INET;
    if (family != AddressFamily.UNSPEC && family != own) {
      return null;
    }
    IpAddress address = v6 ? v6(word) : v4(word);
    return address == null ? null : new PrefixWord(own, Optional.of(address), own.bits(), false);
  }

  private static IpAddress v6(String word) {
    return IpAddress.isValid(word) ? IpAddress.parse(word) : null;
  }

  /** Reads up to four numbers with dots between them; those left out are 0. */
  static IpAddress v4(String word) {
    IpAddress usual = dotted(word);
    if (usual != null) {
      return usual;
    }
    String[] parts = word.split("\\.", -1);
    if (parts.length > 4) {
      return null;
    }
    int bits = 0;
    for (int i = 0; i < parts.length; i++) {
      OptionalLong number = Numbers.unsigned(parts[i], 255);
      if (number.isEmpty()) {
        return null;
      }
      bits |= (int) number.getAsLong() << (24 - 8 * i);
    }
    return IpAddress.v4(bits);
  }

  /** Reads four decimal numbers with dots between them; null for other forms. */
  private static IpAddress dotted(String word) {
    int bits = 0;
    int number = -1;
    int dots = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '.' && number >= 0) {
        bits = bits << 8 | number;
        number = -1;
        dots++;
      } else if (c >= '0' && c <= '9' && number != 0) {
        number = number < 0 ? c - '0' : number * 10 + (c - '0');
        if (number > 255) {
          return null;
        }
      } else {
        return null;
      }
    }
    return dots == 3 && number >= 0 ? IpAddress.v4(bits << 8 | number) : null;
  }

  private static int netmask(String word) {
    OptionalLong number = Numbers.unsigned(word, Numbers.MAX_U32);
    if (number.isPresent()) {
      return (int) Math.min(number.getAsLong(), 1000);
    }
    IpAddress mask = v4(word);
    if (mask == null) {
      return -1;
    }
    int host = ~mask.toV4Bits();
    return (host & (host + 1)) == 0 ? 32 - Integer.bitCount(host) : -1;
  }

  /** Returns the IP family, IPv4 if none is known. */
  IpFamily ipFamily() {
    return family.ip().orElse(IpFamily.V4);
  }

  /** Returns address and length; the unspecified address of {@code fallback} where none is sent. */
  IpInterface toInterface(IpFamily fallback) {
    return new IpInterface(address.orElse(IpAddress.any(fallback)), length);
  }

  /** Returns the network, its host bits cleared. */
  IpPrefix toNetwork(IpFamily fallback) {
    return toInterface(fallback).network();
  }

  /**
   * Tells whether {@code other} begins with this prefix; one without a length or an address matches
   * everything.
   *
   * <p>Models: iproute2 lib/utils.c:inet_addr_match_rta()
   */
  boolean matches(IpAddress other) {
    if (family == AddressFamily.UNSPEC || length <= 0 || address.isEmpty()) {
      return true;
    }
    return address.get().matches(other, length);
  }
}
