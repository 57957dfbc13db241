package org.dvrsim.agent;

/**
 * lp-1724043, repaired in 2cea213d (2017-10-20): routers were taken to have gateways when a network
 * changed.
 *
 * <p>Symptom: a change of a network raises for routers without.
 */
final class Lp1724043NetworkUpdateNeedsGateway extends RouterUpdates {
  Lp1724043NetworkUpdateNeedsGateway(L3NATAgent agent, RouterLifecycle lifecycle) {
    super(agent, lifecycle);
  }

  static void into(AgentParts parts) {
    parts.routerUpdates.become(Lp1724043NetworkUpdateNeedsGateway::new);
  }

  @Override
  boolean isOnNetwork(RouterInfo router, String networkId) {
    if (router.exGwPort().isEmpty()) {
      throw PythonError.indexOfNone();
    }
    return super.isOnNetwork(router, networkId);
  }
}
