package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.TableId;

/**
 * A routing rule as the agent reads it.
 *
 * <p>Models: neutron/agent/linux/ip_lib.py:_parse_ip_rule
 *
 * @param from the source; the family's prefix of length 0 where the rule names none
 * @param table the table looked up; {@link TableId#UNSPEC} for other actions
 */
record AgentIpRule(IpInterface from, TableId table, long priority, Optional<IfName> iif) {

  static AgentIpRule of(IpRule rule) {
    return new AgentIpRule(from(rule), rule.table(), rule.priority(), rule.iif());
  }

  /** Returns a rule's source, as {@link #from} gives it. */
  static IpInterface from(IpRule rule) {
    return rule.from().orElseGet(() -> new IpInterface(IpAddress.any(rule.family()), 0));
  }
}
