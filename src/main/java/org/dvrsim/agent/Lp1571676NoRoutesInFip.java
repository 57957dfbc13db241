package org.dvrsim.agent;

/**
 * lp-1571676, repaired in c6de8500 (2017-01-26): static routes were not installed in the fip
 * namespace.
 *
 * <p>Symptom: what leaves with a floating IP does not follow the router's static routes.
 */
final class Lp1571676NoRoutesInFip {
  private Lp1571676NoRoutesInFip() {}

  static void into(AgentParts parts) {
    parts.localRouter.become(Local::new);
    parts.edgeRouter.become(Edge::new);
  }

  private static final class Local extends DvrLocalRouter {
    Local(L3NATAgent agent, NeutronRouter router) {
      super(agent, router);
    }

    @Override
    boolean isRouteApplicableToFipNamespace(ExtraRoute route, NeutronPort agentGatewayPort) {
      return false;
    }
  }

  private static final class Edge extends DvrEdgeRouter {
    Edge(L3NATAgent agent, NeutronRouter router) {
      super(agent, router);
    }

    @Override
    boolean isRouteApplicableToFipNamespace(ExtraRoute route, NeutronPort agentGatewayPort) {
      return false;
    }
  }
}
