package org.dvrsim.agent;

import org.dvrsim.net.IfName;

/**
 * lp-1599287, repaired in 34e51cad (2016-08-29): redirections were taken away only by an agent that
 * had seen the gateway.
 *
 * <p>Symptom: where the gateway is cleared while the agent is down, they stay.
 */
final class Lp1599287RedirectionKept extends SnatRedirect {
  Lp1599287RedirectionKept(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.snatRedirect.become(Lp1599287RedirectionKept::new);
  }

  @Override
  void gatewayRedirectCleanup(IfName internalDevice) {}
}
