package org.dvrsim.netfilter;

import org.dvrsim.net.IpFamily;

/**
 * Where a rule stands, for the checks that the kernel makes when it is added.
 *
 * @param hooks bits of the hooks that call the chain; 0 for a user chain, which is looked at again
 *     for each base chain that leads to it
 * @param protocol the protocol the rule asks for, 0 if none
 */
record RuleContext(
    IpFamily family, TableName table, int hooks, int protocol, boolean protocolInverted) {
  /** Tells whether the rule asks for one protocol, without negation. */
  boolean hasProtocol(int wanted) {
    return protocol == wanted && !protocolInverted;
  }

  /** Tells whether all hooks that call the chain are among {@code allowed}. */
  boolean within(int allowed) {
    return (hooks & ~allowed) == 0;
  }
}
