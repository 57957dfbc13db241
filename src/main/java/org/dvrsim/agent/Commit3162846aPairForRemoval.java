package org.dvrsim.agent;

import java.util.Optional;

/**
 * 3162846a (2017-04-11): a floating IP's removal picked addresses for a link that is not there.
 *
 * <p>Symptom: the state file keeps what nobody uses.
 */
final class Commit3162846aPairForRemoval extends DvrFloatingIps {
  Commit3162846aPairForRemoval(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.dvrFloatingIps.become(Commit3162846aPairForRemoval::new);
  }

  @Override
  Optional<LinkLocalAddressPair> pair() {
    return Optional.of(router.rtrFipSubnet());
  }
}
