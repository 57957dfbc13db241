package org.dvrsim.datapath;

import java.util.Locale;

/** How a packet's way ended. */
public enum Disposition {
  /** It reached a program, or the kernel's own answer to an echo request. */
  DELIVERED("delivered"),
  /** It reached its host, where nobody listens on that port. */
  NO_LISTENER("nobody listens"),
  /** No rule and table knows a route. */
  NO_ROUTE("no route"),
  /** A route or rule drops it silently. */
  BLACKHOLE("blackhole"),
  /** A route or rule says that the destination cannot be reached. */
  UNREACHABLE("unreachable by route"),
  /** A route or rule prohibits it. */
  PROHIBITED("prohibited by route"),
  /** The way back to its source does not lead through the device it came by. */
  RP_FILTER("reverse path filter"),
  /** Its source is an address that no packet from a wire may have. */
  MARTIAN_SOURCE("martian source"),
  /** Its destination is an address that no packet from a wire may have. */
  MARTIAN_DESTINATION("martian destination"),
  /** A rule or policy of the packet filter dropped it. */
  FILTERED("filtered"),
  /** A rule of the packet filter dropped it and told its sender. */
  REJECTED("rejected"),
  /** It is for somebody else, and this namespace doesn't forward. */
  NOT_FORWARDED("not forwarded"),
  /** Nobody answered for the next hop's address. */
  NEIGHBOUR_FAILED("neighbour failed"),
  /** It passed too many routers. */
  TTL_EXCEEDED("time to live exceeded"),
  /** It is too long for the next link and may not be split. */
  TOO_BIG("too big"),
  /** Parts of it never came. */
  INCOMPLETE("incomplete"),
  /** The device it should take is down, or the other end of the wire is. */
  LINK_DOWN("link down"),
  /** It arrived with another host's MAC address. */
  NOT_FOR_US("other host's frame"),
  /** Two connections translated to the same addresses and ports. */
  CONNTRACK_CLASH("conntrack clash"),
  /** It is a broadcast or multicast that nobody here takes. */
  NOT_TAKEN("broadcast not taken"),
  /** It is an answer or error that no program here asked for. */
  NOT_EXPECTED("not expected"),
  /** Its sender's port does not have the addresses that it was sent with. */
  SPOOFED("refused by port security"),
  /** The network between hosts has nobody with that MAC address. */
  LOST("nobody on the wire takes it"),
  /** It passed the same place again and again, until its time to live was used up. */
  LOOP("loop");

  private final String text;

  Disposition(String text) {
    this.text = text;
  }

  /** Tells whether the packet got where it was sent. */
  public boolean isDelivered() {
    return this == DELIVERED;
  }

  /** Tells whether a route or rule says that the packet goes no further. */
  public boolean isDropByRoute() {
    return this == BLACKHOLE || this == UNREACHABLE || this == PROHIBITED;
  }

  /** Returns a stable word for machines, such as {@code no_route}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text;
  }
}
