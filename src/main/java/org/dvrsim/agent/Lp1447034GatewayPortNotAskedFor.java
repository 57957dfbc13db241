package org.dvrsim.agent;

import java.util.Optional;

/**
 * lp-1447034, repaired in 0a82b8ae (2015-06-23): where the payload lacked the agent gateway port,
 * the router became the fip namespace's first subscriber, and nothing was made.
 *
 * <p>Symptom: there is no fip namespace, and later updates take it to be there.
 */
final class Lp1447034GatewayPortNotAskedFor extends DvrFipConnection {
  Lp1447034GatewayPortNotAskedFor(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.fipConnection.become(Lp1447034GatewayPortNotAskedFor::new);
  }

  @Override
  Optional<NeutronPort> agentGatewayPortNotTold(String externalNetworkId) {
    router.requireFipNs().subscribe(externalNetworkId);
    return Optional.empty();
  }
}
