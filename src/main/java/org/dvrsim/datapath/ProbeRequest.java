package org.dvrsim.datapath;

import org.dvrsim.net.IpAddress;
import org.dvrsim.net.Payload;

/**
 * One packet sent to see what becomes of it and of the answer.
 *
 * @param protocol ICMP for an echo request, TCP for a segment, UDP for a datagram; ICMPv6 stands
 *     for ICMP too
 * @param destination where to
 * @param port the destination port; of no meaning for ICMP
 * @param source the source address, null to have one chosen; may be anybody's
 * @param identifier the source port or ICMP identifier, 0 to have one chosen
 * @param size bytes of data in an echo request or datagram
 * @param opens whether a TCP segment opens a connection; otherwise it is one of an open connection
 */
public record ProbeRequest(
    int protocol,
    IpAddress destination,
    int port,
    IpAddress source,
    int identifier,
    int size,
    boolean opens) {
  /** Returns an echo request. */
  public static ProbeRequest ping(IpAddress destination) {
    return new ProbeRequest(
        Payload.ICMP, destination, 0, null, 0, PingRequest.DEFAULT_LENGTH, true);
  }

  /** Returns the opening of a TCP connection. */
  public static ProbeRequest connect(IpAddress destination, int port) {
    return new ProbeRequest(Payload.TCP, destination, port, null, 0, 1, true);
  }

  /** Returns a UDP datagram. */
  public static ProbeRequest datagram(IpAddress destination, int port) {
    return new ProbeRequest(Payload.UDP, destination, port, null, 0, 1, true);
  }

  /** Returns this request with a source address of its own. */
  public ProbeRequest from(IpAddress newSource) {
    return new ProbeRequest(protocol, destination, port, newSource, identifier, size, opens);
  }

  /** Returns this request with so many bytes of data. */
  public ProbeRequest ofSize(int newSize) {
    return new ProbeRequest(protocol, destination, port, source, identifier, newSize, opens);
  }

  /** Returns this request as part of the flow that began with {@code firstIdentifier}. */
  public ProbeRequest continuing(int firstIdentifier) {
    return new ProbeRequest(protocol, destination, port, source, firstIdentifier, size, false);
  }

  boolean isIcmp() {
    return protocol == Payload.ICMP || protocol == Payload.ICMPV6;
  }
}
