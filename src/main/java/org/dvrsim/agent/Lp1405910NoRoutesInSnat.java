package org.dvrsim.agent;

/**
 * lp-1405910, repaired in 2bb48eb5 (2015-08-12): static routes were not installed in the snat
 * namespace.
 *
 * <p>Symptom: what is redirected to the SNAT does not follow the router's static routes.
 */
final class Lp1405910NoRoutesInSnat extends DvrEdgeRouter {
  Lp1405910NoRoutesInSnat(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1405910NoRoutesInSnat::new);
  }

  @Override
  boolean shouldUpdateSnatRoutingTable() {
    return false;
  }
}
