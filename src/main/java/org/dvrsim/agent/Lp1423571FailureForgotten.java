package org.dvrsim.agent;

/**
 * lp-1423571, repaired in 4f55c8f6 (2015-02-20): an update that failed was not tried again.
 *
 * <p>Symptom: the router stays half done until somebody changes it.
 */
final class Lp1423571FailureForgotten extends RouterUpdates {
  Lp1423571FailureForgotten(L3NATAgent agent, RouterLifecycle lifecycle) {
    super(agent, lifecycle);
  }

  static void into(AgentParts parts) {
    parts.routerUpdates.become(Lp1423571FailureForgotten::new);
  }

  @Override
  boolean isProcessed(NeutronRouter router) {
    super.isProcessed(router);
    return true;
  }
}
