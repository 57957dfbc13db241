package org.dvrsim.agent;

/**
 * lp-1671634, repaired in cc69828f (2017-08-11): nobody listened to changes of networks.
 *
 * <p>Symptom: a network's new MTU does not reach the routers' ports.
 */
final class Lp1671634MtuChangeUnheard extends RouterUpdates {
  Lp1671634MtuChangeUnheard(L3NATAgent agent, RouterLifecycle lifecycle) {
    super(agent, lifecycle);
  }

  static void into(AgentParts parts) {
    parts.routerUpdates.become(Lp1671634MtuChangeUnheard::new);
  }

  @Override
  void processNetworkUpdate(String routerId, String networkId) {}
}
