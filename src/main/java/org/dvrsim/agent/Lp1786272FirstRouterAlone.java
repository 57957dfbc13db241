package org.dvrsim.agent;

import java.util.List;

/**
 * lp-1786272, repaired in 5018d702 (2018-11-01): of the routers that the server told of, only the
 * first was processed.
 *
 * <p>Symptom: the router asked for is left out if a connected one comes first.
 */
final class Lp1786272FirstRouterAlone extends RouterUpdates {
  Lp1786272FirstRouterAlone(L3NATAgent agent, RouterLifecycle lifecycle) {
    super(agent, lifecycle);
  }

  static void into(AgentParts parts) {
    parts.routerUpdates.become(Lp1786272FirstRouterAlone::new);
  }

  @Override
  boolean processRoutersIfCompatible(
      List<NeutronRouter> routers, ResourceUpdate<RouterUpdateAction, UpdateResource> update) {
    return super.processRoutersIfCompatible(routers.subList(0, 1), update);
  }
}
