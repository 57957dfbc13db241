package org.dvrsim.agent;

/**
 * lp-1355087, repaired in 11ca12dd (2014-08-13): an interface that was added had all SNAT ports of
 * the router plugged with its own address.
 *
 * <p>Symptom: the other {@code sg-} devices lose their addresses.
 */
final class Lp1355087AAllSnatPortsReplugged extends DvrEdgeRouter {
  Lp1355087AAllSnatPortsReplugged(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1355087AAllSnatPortsReplugged::new);
  }

  @Override
  void plugSnatPortBeside(NeutronPort port, NeutronPort snatPort) {
    for (NeutronPort any : getSnatInterfaces()) {
      plugSnatPort(any.withFixedIps(port.fixedIps()));
    }
  }
}
