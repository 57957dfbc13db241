package org.dvrsim.agent;

/**
 * lp-1712412, repaired in 32700292 (2017-08-31): a payload was taken to name the host of every
 * floating IP.
 *
 * <p>Symptom: one without host raises.
 */
final class Lp1712412NoHostOfFloatingIp extends DvrFloatingIps {
  Lp1712412NoHostOfFloatingIp(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.expect(ServerHabit.FLOATING_IPS_WITHOUT_HOST);
    parts.dvrFloatingIps.become(Lp1712412NoHostOfFloatingIp::new);
  }

  @Override
  boolean isBoundToHost(FloatingIp fip) {
    if (fip.host().isEmpty()) {
      throw PythonError.keyError("host");
    }
    return super.isBoundToHost(fip);
  }
}
