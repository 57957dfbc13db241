package org.dvrsim.agent;

/**
 * lp-1691427, repaired in b748f2e9 (2017-05-18): the role of every highly available router was
 * compared, also where its object has none.
 *
 * <p>Symptom: each update of such a router raises, from the second on.
 */
final class Lp1691427RoleOfLocalRouter extends RouterLifecycle {
  Lp1691427RoleOfLocalRouter(L3NATAgent agent) {
    super(agent);
  }

  static void into(AgentParts parts) {
    parts.routerLifecycle.become(Lp1691427RoleOfLocalRouter::new);
  }

  @Override
  void checkHaState(RouterInfo known, NeutronRouter router) {
    if (router.ha()) {
      throw PythonError.attributeOfObject("DvrLocalRouter", "ha_state");
    }
  }
}
