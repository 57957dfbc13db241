package org.dvrsim.agent;

/**
 * lp-1381238, repaired in 99024000 (2014-10-20): who found the fip namespace without a gateway port
 * took himself for the first.
 *
 * <p>Symptom: two routers handled at a time both set it up.
 */
final class Lp1381238FirstByLookOfThings extends FipNamespace {
  Lp1381238FirstByLookOfThings(L3NATAgent agent, String extNetId, boolean useIpv6) {
    super(agent, extNetId, useIpv6);
  }

  static void into(AgentParts parts) {
    parts.fipNamespace.become(Lp1381238FirstByLookOfThings::new);
  }

  @Override
  boolean subscribe(String networkId) {
    super.subscribe(networkId);
    return agentGatewayPort().isEmpty();
  }
}
