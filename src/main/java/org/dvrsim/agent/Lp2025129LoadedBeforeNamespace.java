package org.dvrsim.agent;

/**
 * lp-2025129, repaired in c8c74f12 (2023-06-29): floating IPs' rules were remembered, and added,
 * before the router's namespace was made.
 *
 * <p>Symptom: a router that comes with a floating IP raises.
 */
final class Lp2025129LoadedBeforeNamespace {
  private Lp2025129LoadedBeforeNamespace() {}

  static void into(AgentParts parts) {
    parts.localRouter.become(Local::new);
    parts.edgeRouter.become(Edge::new);
  }

  private static final class Local extends DvrLocalRouter {
    Local(L3NATAgent agent, NeutronRouter router) {
      super(agent, router);
    }

    @Override
    void initialize() {
      loadFloatingIps();
      super.initialize();
    }
  }

  private static final class Edge extends DvrEdgeRouter {
    Edge(L3NATAgent agent, NeutronRouter router) {
      super(agent, router);
    }

    @Override
    void initialize() {
      loadFloatingIps();
      super.initialize();
    }
  }
}
