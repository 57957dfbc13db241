package org.dvrsim.net;

/**
 * A TCP segment. Sequence numbers are not kept: every segment is taken to lie in its window.
 *
 * @param flags FIN is 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32
 * @param dataLength bytes after the header
 */
public record TcpSegment(int sourcePort, int destinationPort, int flags, int dataLength)
    implements Payload {
  /** No more data from the sender. */
  public static final int FIN = 1;

  /** Opens a connection. */
  public static final int SYN = 2;

  /** Breaks the connection. */
  public static final int RST = 4;

  /** Acknowledges what was received. */
  public static final int ACK = 16;

  private static final int HEADER = 20;

  /** Returns a segment without data in the other direction. */
  public TcpSegment toReply(int newFlags) {
    return new TcpSegment(
        /* sourcePort= */ destinationPort, /* destinationPort= */ sourcePort, newFlags, 0);
  }

  @Override
  public int protocol() {
    return TCP;
  }

  /** Tells whether a flag is set. */
  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  @Override
  public int length() {
    return HEADER + dataLength;
  }

  @Override
  public TcpSegment withSourcePort(int port) {
    return new TcpSegment(port, destinationPort, flags, dataLength);
  }

  @Override
  public TcpSegment withDestinationPort(int port) {
    return new TcpSegment(sourcePort, port, flags, dataLength);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("tcp ");
    out.append(sourcePort).append(" > ").append(destinationPort).append(" [");
    out.append(has(SYN) ? "S" : "").append(has(FIN) ? "F" : "").append(has(RST) ? "R" : "");
    return out.append(has(ACK) ? "." : "").append(']').toString();
  }
}
