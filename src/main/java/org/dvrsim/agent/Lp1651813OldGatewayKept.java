package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.net.IfName;

/**
 * lp-1651813, repaired in dcd4c8b8 (2017-01-14): stale gateway devices were looked for in the
 * router's namespace, not in the snat namespace.
 *
 * <p>Symptom: the device on the old external network stays when the gateway moves.
 */
final class Lp1651813OldGatewayKept extends DvrEdgeRouter {
  Lp1651813OldGatewayKept(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1651813OldGatewayKept::new);
  }

  @Override
  void deleteStaleExternalDevices(Optional<IfName> interfaceName) {}
}
