package org.dvrsim.agent;

import org.dvrsim.net.IpInterface;

/**
 * lp-1712728, repaired in 9c062c69 (2017-09-08): centralised floating IPs were not among those that
 * are there.
 *
 * <p>Symptom: one that goes stays configured.
 */
final class Lp1712728CentralisedUnlisted extends DvrEdgeRouter {
  Lp1712728CentralisedUnlisted(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1712728CentralisedUnlisted::new);
  }

  @Override
  PySet<IpInterface> getRouterCidrs(IpDevice device) {
    return getRouterCidrsOfFip(device);
  }
}
