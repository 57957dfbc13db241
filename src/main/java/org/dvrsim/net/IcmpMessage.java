package org.dvrsim.net;

/**
 * A message of ICMP or ICMPv6.
 *
 * @param identifier of an echo, else 0
 * @param sequence of an echo, else 0
 * @param value the MTU of "fragmentation needed" and "packet too big", else 0
 * @param gateway the router that a redirect recommends, else null
 * @param quoted the packet that an error is about, null if this is no error
 * @param dataLength bytes after the eight of the header
 */
public record IcmpMessage(
    IpFamily family,
    int type,
    int code,
    int identifier,
    int sequence,
    int value,
    IpAddress gateway,
    Packet quoted,
    int dataLength)
    implements Payload {
  /** ICMP echo reply. */
  public static final int ECHO_REPLY = 0;

  /** ICMP destination unreachable. */
  public static final int DEST_UNREACH = 3;

  /** ICMP redirect. */
  public static final int REDIRECT = 5;

  /** ICMP echo request. */
  public static final int ECHO = 8;

  /** ICMP time exceeded. */
  public static final int TIME_EXCEEDED = 11;

  /** ICMPv6 destination unreachable. */
  public static final int V6_DEST_UNREACH = 1;

  /** ICMPv6 packet too big. */
  public static final int V6_PACKET_TOO_BIG = 2;

  /** ICMPv6 time exceeded. */
  public static final int V6_TIME_EXCEEDED = 3;

  /** ICMPv6 echo request. */
  public static final int V6_ECHO = 128;

  /** ICMPv6 echo reply. */
  public static final int V6_ECHO_REPLY = 129;

  /** ICMPv6 redirect. */
  public static final int V6_REDIRECT = 137;

  private static final int HEADER = 8;

  /** The largest ICMP error, IP header included (RFC 1812). */
  private static final int V4_ERROR_LIMIT = 576;

  /** The largest ICMPv6 error, IP header included: the least MTU. */
  private static final int V6_ERROR_LIMIT = 1280;

  /** Returns an echo request of {@code dataLength} bytes. */
  public static IcmpMessage echo(IpFamily family, int identifier, int sequence, int dataLength) {
    int type = family == IpFamily.V4 ? ECHO : V6_ECHO;
    return new IcmpMessage(family, type, 0, identifier, sequence, 0, null, null, dataLength);
  }

  /**
   * Returns an error about {@code about}, which it carries as far as there is room.
   *
   * @param about if it is a fragment, then the first
   */
  public static IcmpMessage error(int type, int code, int value, Packet about) {
    boolean v4 = about.family() == IpFamily.V4;
    int room =
        (v4 ? V4_ERROR_LIMIT : V6_ERROR_LIMIT) - Packet.headerLength(about.family()) - HEADER;
    int carried = Math.min(room, about.length());
    Packet quoted =
        about.payload() instanceof Fragment part ? about.withPayload(part.whole()) : about;
    return new IcmpMessage(quoted.family(), type, code, 0, 0, value, null, quoted, carried);
  }

  /** Returns this redirect with the router it recommends. */
  public IcmpMessage withGateway(IpAddress newGateway) {
    return new IcmpMessage(
        family, type, code, identifier, sequence, value, newGateway, quoted, dataLength);
  }

  /** Returns the answer to this echo request. */
  public IcmpMessage toReply() {
    int reply = family == IpFamily.V4 ? ECHO_REPLY : V6_ECHO_REPLY;
    return new IcmpMessage(family, reply, 0, identifier, sequence, 0, null, null, dataLength);
  }

  /** Returns this error with another quoted packet of the same length. */
  public IcmpMessage withQuoted(Packet newQuoted) {
    return new IcmpMessage(
        family, type, code, identifier, sequence, value, gateway, newQuoted, dataLength);
  }

  /** Tells whether this asks for an echo. */
  public boolean isEcho() {
    return type == (family == IpFamily.V4 ? ECHO : V6_ECHO);
  }

  /** Tells whether this answers an echo. */
  public boolean isEchoReply() {
    return type == (family == IpFamily.V4 ? ECHO_REPLY : V6_ECHO_REPLY);
  }

  /** Tells whether this is about another packet; redirects count. */
  public boolean isError() {
    return quoted != null;
  }

  @Override
  public int protocol() {
    return family == IpFamily.V4 ? ICMP : ICMPV6;
  }

  @Override
  public int length() {
    return HEADER + dataLength;
  }

  /** Returns this with another identifier, if it is an echo. */
  @Override
  public Payload withSourcePort(int port) {
    return isError()
        ? this
        : new IcmpMessage(family, type, code, port, sequence, value, gateway, null, dataLength);
  }

  @Override
  public String toString() {
    String name = family == IpFamily.V4 ? "icmp" : "icmp6";
    if (isEcho()) {
      return name + " echo request";
    }
    if (isEchoReply()) {
      return name + " echo reply";
    }
    String error = family == IpFamily.V4 ? errorName() : errorName6();
    return name + " " + (error.isEmpty() ? "type " + type + " code " + code : error);
  }

  private String errorName() {
    return switch (type) {
      case DEST_UNREACH ->
          switch (code) {
            case 0 -> "net unreachable";
            case 1 -> "host unreachable";
            case 2 -> "protocol unreachable";
            case 3 -> "port unreachable";
            case 4 -> "fragmentation needed, mtu " + value;
            case 9 -> "net prohibited";
            case 10 -> "host prohibited";
            case 13 -> "filtered";
            default -> "";
          };
      case REDIRECT -> "redirect to " + gateway;
      case TIME_EXCEEDED -> code == 0 ? "time to live exceeded" : "reassembly time exceeded";
      default -> "";
    };
  }

  private String errorName6() {
    return switch (type) {
      case V6_DEST_UNREACH ->
          switch (code) {
            case 0 -> "no route";
            case 1 -> "administratively prohibited";
            case 2 -> "beyond scope of source";
            case 3 -> "address unreachable";
            case 4 -> "port unreachable";
            default -> "";
          };
      case V6_PACKET_TOO_BIG -> "packet too big, mtu " + value;
      case V6_TIME_EXCEEDED -> "hop limit exceeded";
      case 135 -> "neighbour solicitation";
      case 136 -> "neighbour advertisement";
      default -> "";
    };
  }
}
