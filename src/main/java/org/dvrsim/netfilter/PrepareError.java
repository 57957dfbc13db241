package org.dvrsim.netfilter;

/**
 * A step that iptables itself finds impossible from what it read from the kernel.
 *
 * <p>Models: iptables/nft.c:nft_strerror()
 */
final class PrepareError extends RuntimeException {
  static final String NO_CHAIN = "No chain/target/match by that name";
  static final String BAD_RULE = "Bad rule (does a matching rule exist in that chain?)";

  static final String BAD_POLICY = "Bad policy name";
  static final String BAD_CHAIN = "Bad built-in chain name";

  private static final long serialVersionUID = 1L;

  private final int line;

  PrepareError(String message, int line) {
    super(message, null, false, false);
    this.line = line;
  }

  /** Returns the line of iptables-restore's input, 0 outside of it. */
  int line() {
    return line;
  }
}
