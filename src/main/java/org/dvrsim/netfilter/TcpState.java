package org.dvrsim.netfilter;

import org.dvrsim.net.TcpSegment;

/**
 * The state of a tracked TCP connection, and how segments change it.
 *
 * <p>Models: net/netfilter/nf_conntrack_proto_tcp.c:tcp_conntracks[], tcp_timeouts[]. Differs:
 * sequence numbers aren't kept, so that no segment is out of its window.
 */
public enum TcpState {
  /** Nothing yet. */
  NONE(0),
  /** SYN seen. */
  SYN_SENT(120),
  /** SYN and ACK seen. */
  SYN_RECV(60),
  /** Open. */
  ESTABLISHED(432000),
  /** FIN seen. */
  FIN_WAIT(120),
  /** FIN acknowledged. */
  CLOSE_WAIT(60),
  /** FIN seen in both directions. */
  LAST_ACK(30),
  /** Both acknowledged. */
  TIME_WAIT(120),
  /** Broken off. */
  CLOSE(10),
  /** SYN seen in both directions. */
  SYN_SENT2(120);

  /** One letter for each state above; {@code i} ignores the segment, {@code -} is invalid. */
  private static final String LETTERS = "nsrefclwxd";

  private static final String[] ORIGINAL = {
    "ssiiiiissd", // SYN
    "--r------r", // SYN, ACK
    "--fflllwx-", // FIN
    "e-eeccwwx-", // ACK
    "-xxxxxxxxx" // RST
  };

  private static final String[] REPLY = {
    "-d-----s-d", // SYN
    "-riiiiiiir", // SYN, ACK
    "--fflllwx-", // FIN
    "-ireccwwxi", // ACK
    "-xxxxxxxxx" // RST
  };

  private static final TcpState[] VALUES = values();

  private final int timeoutSeconds;

  TcpState(int timeoutSeconds) {
    this.timeoutSeconds = timeoutSeconds;
  }

  /** Returns how long a connection stays in this state without a segment. */
  public int timeoutSeconds() {
    return timeoutSeconds;
  }

  /** Returns the state after {@code segment}, null if the segment makes no sense in this state. */
  TcpState after(TcpSegment segment, boolean reply) {
    char letter = letter(segment, reply);
    return letter == '-' ? null : letter == 'i' ? this : VALUES[LETTERS.indexOf(letter)];
  }

  private char letter(TcpSegment segment, boolean reply) {
    int row = row(segment);
    return row < 0 ? '-' : (reply ? REPLY : ORIGINAL)[row].charAt(ordinal());
  }

  /** Models: nf_conntrack_proto_tcp.c:get_conntrack_index(). */
  private static int row(TcpSegment segment) {
    if (segment.has(TcpSegment.RST)) {
      return 4;
    }
    if (segment.has(TcpSegment.SYN)) {
      return segment.has(TcpSegment.ACK) ? 1 : 0;
    }
    return segment.has(TcpSegment.FIN) ? 2 : segment.has(TcpSegment.ACK) ? 3 : -1;
  }
}
