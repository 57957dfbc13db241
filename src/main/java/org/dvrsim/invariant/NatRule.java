package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.IptablesRule;
import org.dvrsim.netfilter.NatTarget;
import org.dvrsim.netfilter.RuleHeader;
import org.dvrsim.netfilter.Table;
import org.dvrsim.netfilter.TableName;

/**
 * An address translation that is installed.
 *
 * @param in the chain that it is in
 * @param header which packets it is for
 * @param target what becomes of them
 * @param rule the rule itself
 */
record NatRule(Chain in, RuleHeader header, NatTarget target, IptablesRule rule) {
  /** Models: neutron/agent/linux/iptables_manager.py:get_binary_name in an L3 agent. */
  static final String CHAIN_PREFIX = "neutron-l3-agent-";

  private static final String ARRIVAL = CHAIN_PREFIX + "PREROUTING";

  /** Returns the translations to fixed addresses of a namespace, in the order of its chains. */
  static List<NatRule> of(Netns netns) {
    List<NatRule> found = new ArrayList<>();
    Table table = netns.netfilter(IpFamily.V4).tableOrNull(TableName.NAT);
    if (table != null) {
      List<Chain> chains = table.userChains();
      for (int i = 0; i < chains.size(); i++) {
        add(chains.get(i), found);
      }
    }
    return found;
  }

  private static void add(Chain chain, List<NatRule> found) {
    List<ChainRule> rules = chain.rules();
    for (int i = 0; i < rules.size(); i++) {
      IptablesRule rule = rules.get(i).rule();
      if (rule.target() instanceof NatTarget target && target.minAddress() != null) {
        found.add(new NatRule(chain, rule.header(), target, rule));
      }
    }
  }

  /** Tells whether it is in the agent's own chain for packets that arrive. */
  boolean isOnArrival() {
    return in.name().equals(ARRIVAL);
  }

  /** Returns the rule as iptables-save prints it. */
  String text() {
    return "-A " + in.name() + rule.text();
  }

  /** Tells whether it translates {@code floating}, on arrival, to {@code fixed}. */
  boolean isDnat(IpAddress floating, IpAddress fixed) {
    return target.kind() == NatTarget.Kind.DNAT
        && header.destination().address().equals(floating)
        && target.minAddress().equals(fixed);
  }

  /** Tells whether it translates {@code fixed}, on departure, to {@code floating}. */
  boolean isSnat(IpAddress fixed, IpAddress floating) {
    return target.kind() == NatTarget.Kind.SNAT
        && header.source().address().equals(fixed)
        && target.minAddress().equals(floating);
  }
}
