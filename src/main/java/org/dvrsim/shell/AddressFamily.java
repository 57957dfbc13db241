package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IpFamily;

/** The address families that {@code ip} knows, with its words for them. */
enum AddressFamily {
  /** None asked for. */
  UNSPEC("unspec"),
  /** IPv4. */
  INET("inet"),
  /** IPv6. */
  INET6("inet6"),
  /** The link layer. */
  PACKET("link"),
  /** Not modelled. */
  MPLS("mpls"),
  /** Not modelled. */
  BRIDGE("bridge");

  private static final List<AddressFamily> ALL = List.of(values());

  private final String word;

  AddressFamily(String word) {
    this.word = word;
  }

  /** Returns the family that {@code word} names, {@link #UNSPEC} if none. */
  static AddressFamily named(String word) {
    for (AddressFamily family : ALL) {
      if (family != UNSPEC && family.word.equals(word)) {
        return family;
      }
    }
    return UNSPEC;
  }

  /** Returns the counterpart of an IP family. */
  static AddressFamily of(IpFamily family) {
    return family == IpFamily.V4 ? INET : INET6;
  }

  /** Returns the IP family, empty for all that are none. */
  Optional<IpFamily> ip() {
    return switch (this) {
      case INET -> Optional.of(IpFamily.V4);
      case INET6 -> Optional.of(IpFamily.V6);
      default -> Optional.empty();
    };
  }

  /** Returns the word in "… address is expected". */
  String verbose() {
    return this == UNSPEC ? "any valid" : word;
  }

  /** Returns the length of an address in bits, 0 where that means nothing. */
  int bits() {
    return ip().map(IpFamily::bits).orElse(0);
  }

  @Override
  public String toString() {
    return word;
  }
}
