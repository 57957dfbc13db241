package org.dvrsim.agent;

import org.dvrsim.net.IfName;

/**
 * lp-1557909, repaired in acd04d66 (2016-08-04): a SNAT that moved to another host while the agent
 * was not there to see it was not taken down.
 *
 * <p>Symptom: the snat namespace stays on both hosts.
 */
final class Lp1557909MovedWhileAway extends DvrEdgeRouter {
  Lp1557909MovedWhileAway(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1557909MovedWhileAway::new);
  }

  @Override
  void externalGatewayRemovedFromHere(NeutronPort exGwPort, IfName interfaceName) {}
}
