package org.dvrsim.agent;

/**
 * lp-1881995, repaired in 3754bba8 (2020-06-26): a SNAT that came to this host was set up in a
 * namespace that was taken to be there.
 *
 * <p>Symptom: plugging makes the namespace, without its settings.
 */
final class Lp1881995SnatNamespaceTakenToBeThere extends DvrEdgeRouter {
  Lp1881995SnatNamespaceTakenToBeThere(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1881995SnatNamespaceTakenToBeThere::new);
  }

  @Override
  void ensureSnatNamespace() {}
}
