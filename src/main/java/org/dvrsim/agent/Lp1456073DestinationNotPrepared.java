package org.dvrsim.agent;

/**
 * lp-1456073, repaired in c0458711 (2016-03-15): a floating IP was configured only on the host
 * where its instance is, not where it is about to go.
 *
 * <p>Symptom: after a migration it is out of reach until the next update.
 */
final class Lp1456073DestinationNotPrepared extends DvrFloatingIps {
  Lp1456073DestinationNotPrepared(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.dvrFloatingIps.become(Lp1456073DestinationNotPrepared::new);
  }

  @Override
  boolean isBoundToHost(FloatingIp fip) {
    return fip.host().filter(router.host::equals).isPresent();
  }
}
