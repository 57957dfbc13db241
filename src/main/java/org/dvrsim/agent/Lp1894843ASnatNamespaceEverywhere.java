package org.dvrsim.agent;

/**
 * lp-1894843, repaired in 393d484e (2021-02-17): every router got a snat namespace where there
 * might be one, which was then taken for one left over and its gateway removed.
 *
 * <p>Symptom: the link to the fip namespace goes with it.
 */
final class Lp1894843ASnatNamespaceEverywhere extends DvrEdgeRouter {
  Lp1894843ASnatNamespaceEverywhere(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1894843ASnatNamespaceEverywhere::new);
  }

  @Override
  void initialize() {
    snatNamespace().create();
    super.initialize();
  }
}
