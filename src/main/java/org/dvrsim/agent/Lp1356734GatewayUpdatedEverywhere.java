package org.dvrsim.agent;

import java.util.List;
import org.dvrsim.net.IfName;

/**
 * lp-1356734, repaired in e74b85f8 (2014-08-26): a changed gateway was configured in the snat
 * namespace of every host, whether the SNAT is there or not.
 *
 * <p>Symptom: a snat namespace with a {@code qg-} device on a host that should not have one.
 */
final class Lp1356734GatewayUpdatedEverywhere {
  private Lp1356734GatewayUpdatedEverywhere() {}

  static void into(AgentParts parts) {
    parts.localRouter.become(Local::new);
    parts.edgeRouter.become(Edge::new);
  }

  private static void configure(DvrLocalRouter router, NeutronPort exGwPort, IfName name) {
    router.gateway.externalGatewayAdded(
        exGwPort,
        name,
        Namespace.buildNsName(SnatNamespace.SNAT_NS_PREFIX, router.routerId),
        List.of());
  }

  private static final class Local extends DvrLocalRouter {
    Local(L3NATAgent agent, NeutronRouter router) {
      super(agent, router);
    }

    @Override
    void externalGatewayUpdated(NeutronPort exGwPort, IfName interfaceName) {
      configure(this, exGwPort, interfaceName);
    }
  }

  private static final class Edge extends DvrEdgeRouter {
    Edge(L3NATAgent agent, NeutronRouter router) {
      super(agent, router);
    }

    @Override
    void externalGatewayUpdated(NeutronPort exGwPort, IfName interfaceName) {
      configure(this, exGwPort, interfaceName);
    }
  }
}
