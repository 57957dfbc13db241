package org.dvrsim.agent;

/**
 * A rule for one of the agent's chains, before the manager wraps their names.
 *
 * @param chain the chain's short name, such as {@code PREROUTING} or {@code float-snat}
 * @param rule in iptables' words without {@code -A}; {@code $name} stands for a wrapped chain
 */
record ChainRule(String chain, String rule) {}
