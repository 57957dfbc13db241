package org.dvrsim.agent;

/**
 * lp-1611964, repaired in 82c134d6 (2016-08-30): redirections were taken away when the SNAT merely
 * moved to another host.
 *
 * <p>Symptom: instances without floating IPs have no way out.
 */
final class Lp1611964RedirectionGoesWithSnat extends DvrGateway {
  Lp1611964RedirectionGoesWithSnat(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.dvrGateway.become(Lp1611964RedirectionGoesWithSnat::new);
  }

  @Override
  boolean isRedirectionOver() {
    return true;
  }
}
