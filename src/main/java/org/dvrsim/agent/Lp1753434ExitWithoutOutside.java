package org.dvrsim.agent;

/**
 * lp-1753434, repaired in 7c4da6fb (2018-04-05): hosts without access to external networks were
 * given the short way out like others.
 *
 * <p>Symptom: the rule leads nowhere, and there is no redirection.
 */
final class Lp1753434ExitWithoutOutside extends DvrInternalPorts {
  Lp1753434ExitWithoutOutside(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.dvrInternalPorts.become(Lp1753434ExitWithoutOutside::new);
  }

  @Override
  boolean hasFastPathExit(NeutronPort port, NeutronPort exGwPort) {
    return FastPathExit.checkIfAddressScopesMatch(port, exGwPort);
  }
}
