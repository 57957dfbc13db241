package org.dvrsim.netfilter;

/**
 * One step that iptables prepares and then sends to the kernel with others.
 *
 * <p>Models: iptables/nft-cmd.h:struct nft_cmd
 *
 * @param chain null for all chains
 * @param rule the rule to add, find or replace with
 * @param index the place of a rule counted from 0, -1 if it is to be found by its text
 * @param argument the policy, or the new name
 * @param packets counters of a new rule or of a policy
 * @param line the line of iptables-restore's input, 0 outside of it
 */
record TableCommand(
    Kind kind,
    String chain,
    IptablesRule rule,
    int index,
    String argument,
    long packets,
    long bytes,
    int line,
    boolean verbose) {
  /** The kinds of steps, named as error messages of the kernel's part name them. */
  enum Kind {
    RULE_APPEND,
    RULE_INSERT,
    RULE_REPLACE,
    RULE_DELETE,
    RULE_CHECK,
    RULE_FLUSH,
    RULE_ZERO,
    CHAIN_ZERO,
    CHAIN_USER_ADD,
    CHAIN_DEL,
    CHAIN_RENAME,
    CHAIN_UPDATE,
    CHAIN_RESTORE,
    TABLE_FLUSH
  }

  static TableCommand rule(
      Kind kind, String chain, IptablesRule rule, int index, int line, boolean verbose) {
    return new TableCommand(kind, chain, rule, index, null, 0, 0, line, verbose);
  }

  static TableCommand chain(Kind kind, String chain, int line) {
    return new TableCommand(kind, chain, null, -1, null, 0, 0, line, false);
  }

  TableCommand withCounters(long newPackets, long newBytes) {
    return new TableCommand(
        kind, chain, rule, index, argument, newPackets, newBytes, line, verbose);
  }

  TableCommand withArgument(String text) {
    return new TableCommand(kind, chain, rule, index, text, packets, bytes, line, verbose);
  }

  TableCommand withVerbose(boolean newVerbose) {
    return new TableCommand(kind, chain, rule, index, argument, packets, bytes, line, newVerbose);
  }
}
