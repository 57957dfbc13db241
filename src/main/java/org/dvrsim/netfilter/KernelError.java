package org.dvrsim.netfilter;

import java.util.List;
import org.dvrsim.base.Errno;

/**
 * A step that the kernel refused.
 *
 * <p>Models: iptables/nft.c:mnl_append_error()
 *
 * @param line the line of iptables-restore's input, 0 outside of it
 */
record KernelError(int line, TableCommand.Kind kind, Errno errno, String chain) {
  /** The size of the buffer in which messages are collected. */
  private static final int BUFFER = 1024;

  /** Tells whether the kernel refused to take a new rule into {@code chainName}. */
  boolean isNewRuleIn(String chainName) {
    return switch (kind) {
      case RULE_APPEND, RULE_INSERT, RULE_REPLACE -> chain.equals(chainName);
      default -> false;
    };
  }

  private String message() {
    String object =
        switch (kind) {
          case RULE_APPEND, RULE_INSERT, RULE_REPLACE, RULE_DELETE, RULE_FLUSH ->
              "rule in chain " + chain;
          default -> "chain " + chain;
        };
    String begin = line > 0 ? "\nline " + line + ": " : " ";
    return begin + kind + " failed (" + errno.message() + "): " + object;
  }

  /**
   * Returns the error with which iptables ends: outside of iptables-restore it names only the first
   * refusal.
   */
  static XtablesError report(List<KernelError> errors) {
    StringBuilder text = new StringBuilder();
    for (KernelError error : errors) {
      String message = error.message();
      int room = BUFFER - text.length();
      if (message.length() > room) {
        text.append(message, 0, Math.max(0, room - 1));
        break;
      }
      text.append(message);
      if (error.line == 0) {
        break;
      }
    }
    return XtablesError.of(XtablesError.RESOURCE_PROBLEM, text.toString());
  }
}
