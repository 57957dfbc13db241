package org.dvrsim.agent;

import org.dvrsim.net.IfName;

/**
 * lp-1373524, repaired in 5be55ac1 (2014-09-25): where the SNAT was is read from the port that is
 * gone, from which the server took it already.
 *
 * <p>Symptom: the snat namespace stays when the gateway is cleared.
 */
final class Lp1373524SnatNamespaceLeft extends DvrEdgeRouter {
  Lp1373524SnatNamespaceLeft(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1373524SnatNamespaceLeft::new);
  }

  @Override
  void externalGatewayRemoved(NeutronPort exGwPort, IfName interfaceName) {
    if (getExGwPort().flatMap(NeutronPort::bindingHostId).filter(host::equals).isPresent()) {
      super.externalGatewayRemoved(exGwPort, interfaceName);
    } else {
      removeFromOwnNamespace(exGwPort);
    }
  }
}
