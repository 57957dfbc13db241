package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.net.IfName;

/**
 * lp-1348737, repaired in 596908f8 (2014-08-07): a gateway that was there already was taken for new
 * with every update, as the port known had been added to meanwhile.
 *
 * <p>Symptom: every update sets the gateway up again.
 */
final class Lp1348737GatewayAddedAgain extends RouterGateway {
  Lp1348737GatewayAddedAgain(RouterInfo router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.gateway.become(Lp1348737GatewayAddedAgain::new);
  }

  @Override
  void follow(Optional<NeutronPort> known, NeutronPort exGwPort, IfName interfaceName) {
    router.externalGatewayAdded(exGwPort, interfaceName);
  }
}
