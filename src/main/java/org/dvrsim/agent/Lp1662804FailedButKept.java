package org.dvrsim.agent;

/**
 * lp-1662804, repaired in 3e1ed94e (2017-03-28): a router that could not be initialised was kept as
 * if it had been.
 *
 * <p>Symptom: what initialisation makes is missing for good.
 */
final class Lp1662804FailedButKept extends RouterLifecycle {
  Lp1662804FailedButKept(L3NATAgent agent) {
    super(agent);
  }

  static void into(AgentParts parts) {
    parts.routerLifecycle.become(Lp1662804FailedButKept::new);
  }

  @Override
  void notInitialized(String routerId) {}
}
