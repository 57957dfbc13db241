package org.dvrsim.agent;

/**
 * lp-1438969, repaired in e585c822 (2015-04-06): a new interface's neighbours were entered last,
 * after the ways out for routers without gateway and for hosts without the SNAT.
 *
 * <p>Symptom: on other hosts instances have no neighbour entries.
 */
final class Lp1438969ArpOnSnatHostAlone extends DvrInternalPorts {
  Lp1438969ArpOnSnatHostAlone(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.dvrInternalPorts.become(Lp1438969ArpOnSnatHostAlone::new);
  }

  @Override
  void addNeighbours(NeutronSubnet subnet) {
    if (router.getExGwPort().isPresent()
        && router instanceof DvrEdgeRouter edge
        && edge.isThisSnatHost()) {
      super.addNeighbours(subnet);
    }
  }
}
