package org.dvrsim.agent;

/**
 * lp-1355087, repaired in 300b2a6a (2014-09-02): the SNAT port beside an interface got the
 * interface's address instead of its own.
 *
 * <p>Symptom: one address on two devices, the SNAT port's on none.
 */
final class Lp1355087BSnatPortWithInterfaceAddress extends DvrEdgeRouter {
  Lp1355087BSnatPortWithInterfaceAddress(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1355087BSnatPortWithInterfaceAddress::new);
  }

  @Override
  void plugSnatPortBeside(NeutronPort port, NeutronPort snatPort) {
    plugSnatPort(snatPort.withFixedIps(port.fixedIps()));
  }
}
