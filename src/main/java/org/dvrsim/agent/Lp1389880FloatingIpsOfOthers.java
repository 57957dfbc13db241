package org.dvrsim.agent;

/**
 * lp-1389880, repaired in 0a21b909 (2014-11-12): every floating IP that the server told was put
 * into effect, whatever host it was for.
 *
 * <p>Symptom: rules and routes for those of other hosts.
 */
final class Lp1389880FloatingIpsOfOthers extends DvrFloatingIps {
  Lp1389880FloatingIpsOfOthers(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.expect(ServerHabit.FLOATING_IPS_OF_ALL_HOSTS);
    parts.dvrFloatingIps.become(Lp1389880FloatingIpsOfOthers::new);
  }

  @Override
  boolean isBoundToHost(FloatingIp fip) {
    return true;
  }
}
