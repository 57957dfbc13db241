package org.dvrsim.agent;

/**
 * lp-1816874, repaired in 2ac0ee0b (2019-03-12): what became of a floating IP that came here from
 * the central gateway was not passed on.
 *
 * <p>Symptom: the server is told nothing of it.
 */
final class Lp1816874MigratedWithoutStatus extends DvrFloatingIps {
  Lp1816874MigratedWithoutStatus(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.dvrFloatingIps.become(Lp1816874MigratedWithoutStatus::new);
  }

  @Override
  FloatingIpStatus migrateCentralized(FloatingIp fip) {
    super.migrateCentralized(fip);
    return FloatingIpStatus.NOCHANGE;
  }
}
