package org.dvrsim.net;

import java.util.Objects;

/**
 * An IP packet.
 *
 * @param ttl time to live or hop limit, 0 to 255
 * @param tos type of service or traffic class
 * @param dontFragment whether routers may not split it; always so for IPv6
 */
public record Packet(
    IpAddress source,
    IpAddress destination,
    int ttl,
    int tos,
    boolean dontFragment,
    Payload payload) {
  /** The time to live that hosts give their packets (net.ipv4.ip_default_ttl). */
  public static final int DEFAULT_TTL = 64;

  private static final int V4_HEADER = 20;
  private static final int V6_HEADER = 40;

  /** Checks that both addresses are of one family. */
  public Packet {
    Objects.requireNonNull(payload);
    if (source.family() != destination.family()) {
      throw new IllegalArgumentException(source + " to " + destination);
    }
  }

  /** Returns a packet as hosts send it: default time to live, not to be fragmented. */
  public static Packet of(IpAddress source, IpAddress destination, Payload payload) {
    return new Packet(source, destination, DEFAULT_TTL, 0, true, payload);
  }

  /** Returns the length of the IP header, without options. */
  public static int headerLength(IpFamily family) {
    return family == IpFamily.V4 ? V4_HEADER : V6_HEADER;
  }

  /** Returns the address family. */
  public IpFamily family() {
    return source.family();
  }

  /** Returns the number of the protocol above IP. */
  public int protocol() {
    return payload.protocol();
  }

  /** Returns the length of the whole IP packet in bytes. */
  public int length() {
    return headerLength(family()) + payload.length();
  }

  /** Returns this packet from another source. */
  public Packet withSource(IpAddress newSource) {
    return new Packet(newSource, destination, ttl, tos, dontFragment, payload);
  }

  /** Returns this packet for another destination. */
  public Packet withDestination(IpAddress newDestination) {
    return new Packet(source, newDestination, ttl, tos, dontFragment, payload);
  }

  /** Returns this packet with another time to live. */
  public Packet withTtl(int newTtl) {
    return new Packet(source, destination, newTtl, tos, dontFragment, payload);
  }

  /** Returns this packet with another type of service. */
  public Packet withTos(int newTos) {
    return new Packet(source, destination, ttl, newTos, dontFragment, payload);
  }

  /** Returns this packet with leave for routers to split it, or without. */
  public Packet withDontFragment(boolean whole) {
    return new Packet(source, destination, ttl, tos, whole, payload);
  }

  /** Returns this packet with another payload. */
  public Packet withPayload(Payload newPayload) {
    return new Packet(source, destination, ttl, tos, dontFragment, newPayload);
  }

  @Override
  public String toString() {
    return source + " > " + destination + " " + payload;
  }
}
