package org.dvrsim.agent;

import java.util.List;

/**
 * lp-1999678, repaired in f3c743d0 (2022-12-15): routes with several next hops were not installed
 * in the snat namespace.
 *
 * <p>The other half, routes that keepalived installs too, concerns highly available routers.
 *
 * <p>Symptom: only one of the next hops is there.
 */
final class Lp1999678OneNextHopInSnat extends DvrEdgeRouter {
  Lp1999678OneNextHopInSnat(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1999678OneNextHopInSnat::new);
  }

  @Override
  void updateSnatRoutingTableEcmp(List<ExtraRoute> routeList) {}
}
