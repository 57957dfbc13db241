package org.dvrsim.agent;

/**
 * lp-1733987, repaired in b24013f5 (2017-11-29): an agent that may serve SNAT took every highly
 * available router for one of which it has a part, also without that part's interface in the data.
 *
 * <p>Symptom: the router is not set up, and its instances on the host have none.
 */
final class Lp1733987ClassOfHaRouters extends DvrEdgeRouter {
  Lp1733987ClassOfHaRouters(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(
        (agent, router) ->
            router.ha()
                ? new Lp1733987ClassOfHaRouters(agent, router)
                : new DvrEdgeRouter(agent, router));
  }

  /** Models: neutron/agent/l3/ha_router.py:HaRouter.initialize */
  @Override
  void initialize() {
    throw new AgentRuntimeError("Unable to process HA router " + routerId + " without HA port");
  }
}
