package org.dvrsim.agent;

/**
 * lp-1394043, repaired in 5908a60a (2014-12-11): a payload was taken to name the host of the SNAT
 * always.
 *
 * <p>Symptom: a router without gateway, or whose SNAT has no host yet, raises.
 */
final class Lp1394043NoGatewayHost extends DvrEdgeRouter {
  Lp1394043NoGatewayHost(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1394043NoGatewayHost::new);
  }

  @Override
  boolean isThisSnatHost() {
    if (router().gwPortHost().isEmpty()) {
      throw PythonError.keyError("gw_port_host");
    }
    return super.isThisSnatHost();
  }
}
