package org.dvrsim.agent;

/**
 * lp-1871850, repaired in 12b9149e (2020-04-24): a router whose update failed too often was
 * removed.
 *
 * <p>Symptom: a server that is out of reach long enough costs routers their lives.
 */
final class Lp1871850GivenUpIsDeleted extends RouterUpdates {
  Lp1871850GivenUpIsDeleted(L3NATAgent agent, RouterLifecycle lifecycle) {
    super(agent, lifecycle);
  }

  static void into(AgentParts parts) {
    parts.routerUpdates.become(Lp1871850GivenUpIsDeleted::new);
  }

  @Override
  void givenUp(String routerId) {
    lifecycle.safeRouterRemoved(routerId);
  }
}
