package org.dvrsim.netfilter;

import java.util.List;

/**
 * An iptables command line as it was read.
 *
 * @param kind null if the line is for the other address family and is to be skipped
 * @param zero also set counters to zero, after listing
 * @param table the table's name as given
 * @param chain null if none was given
 * @param ruleNumber counted from 1; 0 if none was given
 * @param newName the new name of a chain
 * @param policy as given
 * @param rules the rules described: several if addresses were listed
 * @param packets counters that new rules start with
 */
record ParsedCommand(
    CommandKind kind,
    boolean zero,
    String table,
    String chain,
    int ruleNumber,
    String newName,
    String policy,
    List<IptablesRule> rules,
    long packets,
    long bytes,
    int verbose,
    boolean numeric,
    boolean exact,
    boolean lineNumbers) {
  static final int FIRST_RULE = 1;

  ParsedCommand {
    rules = List.copyOf(rules);
  }
}
