package org.dvrsim.agent;

import org.dvrsim.net.IfName;

/**
 * lp-1472205, repaired in a264b329 (2015-08-18): a gateway whose SNAT was given to another host was
 * neither taken down on the old host nor set up on the new one.
 *
 * <p>Symptom: the snat namespace stays where it was.
 */
final class Lp1472205SnatMoveIgnored extends DvrEdgeRouter {
  Lp1472205SnatMoveIgnored(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1472205SnatMoveIgnored::new);
  }

  @Override
  void externalGatewayUpdated(NeutronPort exGwPort, IfName interfaceName) {
    if (isThisSnatHost() && snatNamespace().exists()) {
      super.externalGatewayUpdated(exGwPort, interfaceName);
    }
  }
}
