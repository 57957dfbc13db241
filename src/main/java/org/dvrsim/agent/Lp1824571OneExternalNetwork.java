package org.dvrsim.agent;

import java.util.Optional;

/**
 * lp-1824571, repaired in 0b3f5f42 (2019-05-27): an agent was to know one external network; where
 * there are several, no router was processed.
 *
 * <p>Symptom: routers on a second external network are refused.
 */
final class Lp1824571OneExternalNetwork extends RouterLifecycle {
  Lp1824571OneExternalNetwork(L3NATAgent agent) {
    super(agent);
  }

  static void into(AgentParts parts) {
    parts.routerLifecycle.become(Lp1824571OneExternalNetwork::new);
  }

  private Optional<String> externalNetworkId = Optional.empty();

  @Override
  void processRouterIfCompatible(NeutronRouter router) {
    Optional<String> network = router.gwPort().map(NeutronPort::networkId);
    if (externalNetworkId.isEmpty()) {
      externalNetworkId = network;
    }
    if (network.isPresent() && !network.equals(externalNetworkId)) {
      throw new AgentRuntimeError("The 'gateway_external_network_id' option must be configured");
    }
    super.processRouterIfCompatible(router);
  }
}
