package org.dvrsim.agent;

/**
 * lp-1560945, repaired in a8b60671 (2016-03-23): address scopes were written to the snat
 * namespace's rules without asking whether there are any.
 *
 * <p>Symptom: a host that is given the SNAT of a router raises.
 */
final class Lp1560945ScopesWithoutManager extends DvrEdgeRouter {
  Lp1560945ScopesWithoutManager(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1560945ScopesWithoutManager::new);
  }

  @Override
  void processAddressScope() {
    super.processAddressScope();
    if (isThisSnatHost() && snatIptablesManager().isEmpty()) {
      throw PythonError.attributeOfNone("defer_apply");
    }
  }
}
