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
  NONE('n', 0),
  /** SYN seen. */
  SYN_SENT('s', 120),
  /** SYN and ACK seen. */
  SYN_RECV('r', 60),
  /** Open. */
  ESTABLISHED('e', 432000),
  /** FIN seen. */
  FIN_WAIT('f', 120),
  /** FIN acknowledged. */
  CLOSE_WAIT('c', 60),
  /** FIN seen in both directions. */
  LAST_ACK('l', 30),
  /** Both acknowledged. */
  TIME_WAIT('w', 120),
  /** Broken off. */
  CLOSE('x', 10),
  /** SYN seen in both directions. */
  SYN_SENT2('d', 120);

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

  private final char letter;
  private final int timeoutSeconds;

  TcpState(char letter, int timeoutSeconds) {
    this.letter = letter;
    this.timeoutSeconds = timeoutSeconds;
  }

  /** Returns how long a connection stays in this state without a segment. */
  public int timeoutSeconds() {
    return timeoutSeconds;
  }

  /** Returns the state after {@code segment}, null if the segment makes no sense in this state. */
  TcpState after(TcpSegment segment, boolean reply) {
    char next = letter(segment, reply);
    return next == '-' ? null : next == 'i' ? this : VALUES[LETTERS.indexOf(next)];
  }

  private char letter(TcpSegment segment, boolean reply) {
    int row = row(segment);
    return row < 0 ? '-' : (reply ? REPLY : ORIGINAL)[row].charAt(LETTERS.indexOf(letter));
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
