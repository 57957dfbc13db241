package org.dvrsim.agent;

/**
 * lp-1933273, repaired in b5dd6efd (2021-08-30): the SNAT ports did not follow their networks' MTU.
 *
 * <p>Symptom: large packets get lost at the centralised SNAT.
 */
final class Lp1933273MtuOfSnatPort extends DvrEdgeRouter {
  Lp1933273MtuOfSnatPort(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1933273MtuOfSnatPort::new);
  }

  @Override
  void setSnatInterfaceMtu(NeutronPort port) {}
}
