package org.dvrsim.agent;

/**
 * lp-1811213, repaired in 4d45699f (2019-01-24): a centralised floating IP whose address was there
 * already was reported as failed.
 *
 * <p>Symptom: the user is shown an error where there is none.
 */
final class Lp1811213PresentIsAnError extends CentralizedFloatingIps {
  Lp1811213PresentIsAnError(DvrEdgeRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.centralizedFloatingIps.become(Lp1811213PresentIsAnError::new);
  }

  @Override
  boolean isWelcome(IpAddressAlreadyExists error) {
    return false;
  }
}
