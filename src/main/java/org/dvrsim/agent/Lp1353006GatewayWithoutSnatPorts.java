package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.net.IfName;

/**
 * lp-1353006, repaired in 60800340 (2014-09-05): the gateway was set up in the snat namespace only
 * where there was a SNAT port, but its rules were handled in any case.
 *
 * <p>Symptom: a gateway on a router without interfaces raises.
 */
final class Lp1353006GatewayWithoutSnatPorts extends DvrEdgeRouter {
  Lp1353006GatewayWithoutSnatPorts(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  static void into(AgentParts parts) {
    parts.edgeRouter.become(Lp1353006GatewayWithoutSnatPorts::new);
  }

  @Override
  void createDvrGateway(NeutronPort exGwPort, IfName gwInterfaceName) {
    if (!getSnatInterfaces().isEmpty()) {
      super.createDvrGateway(exGwPort, gwInterfaceName);
    }
  }

  @Override
  void handleRouterSnatRules(Optional<NeutronPort> exGwPort, Optional<IfName> interfaceName) {
    super.handleRouterSnatRules(exGwPort, interfaceName);
    if (isThisSnatHost() && getExGwPort().isPresent() && snatIptablesManager().isEmpty()) {
      throw PythonError.attributeOfNone("ipv4");
    }
  }
}
