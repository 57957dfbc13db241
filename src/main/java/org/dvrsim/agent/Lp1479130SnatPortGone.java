package org.dvrsim.agent;

import java.util.Optional;

/**
 * lp-1479130, repaired in 3a9e7783 (2015-08-26): when an interface went, its SNAT port was looked
 * for in the payload, which has it no more.
 *
 * <p>Symptom: the redirection of the interface's network stays.
 */
final class Lp1479130SnatPortGone extends SnatPorts {
  Lp1479130SnatPortGone(DvrRouterBase router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.snatPorts.become(Lp1479130SnatPortGone::new);
  }

  @Override
  Optional<NeutronPort> knownOf(NeutronPort internalPort) {
    return of(internalPort);
  }
}
