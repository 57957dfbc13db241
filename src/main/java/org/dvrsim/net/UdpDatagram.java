package org.dvrsim.net;

/**
 * A UDP datagram.
 *
 * @param dataLength bytes after the header
 */
public record UdpDatagram(int sourcePort, int destinationPort, int dataLength) implements Payload {
  private static final int HEADER = 8;

  /** Returns a datagram of as many bytes in the other direction. */
  public UdpDatagram toReply() {
    return new UdpDatagram(
        /* sourcePort= */ destinationPort, /* destinationPort= */ sourcePort, dataLength);
  }

  @Override
  public int protocol() {
    return UDP;
  }

  @Override
  public int length() {
    return HEADER + dataLength;
  }

  @Override
  public UdpDatagram withSourcePort(int port) {
    return new UdpDatagram(port, destinationPort, dataLength);
  }

  @Override
  public UdpDatagram withDestinationPort(int port) {
    return new UdpDatagram(sourcePort, port, dataLength);
  }

  @Override
  public String toString() {
    return "udp " + sourcePort + " > " + destinationPort;
  }
}
