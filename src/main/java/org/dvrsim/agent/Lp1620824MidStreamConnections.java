package org.dvrsim.agent;

/**
 * lp-1620824, repaired in 299d08ed (2017-04-07): the snat namespace took over connections that it
 * saw in the middle.
 *
 * <p>Symptom: a floating IP's connection whose packets come astray gets another address.
 */
final class Lp1620824MidStreamConnections extends SnatNamespace {
  Lp1620824MidStreamConnections(NamespaceTools tools, String routerId, boolean useIpv6) {
    super(tools, routerId, useIpv6);
  }

  static void into(AgentParts parts) {
    parts.snatNamespace.become(Lp1620824MidStreamConnections::new);
  }

  @Override
  void ignoreMidStreamConnections() {}
}
