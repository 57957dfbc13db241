package org.dvrsim.agent;

/**
 * lp-1505557, repaired in 7592b17b (2015-10-13): a floating IP that was just configured was not
 * reported if the payload called it active.
 *
 * <p>Symptom: the server, whose view may have changed meanwhile, is not told.
 */
final class Lp1505557StatusWithheld extends RouterFloatingIps {
  Lp1505557StatusWithheld(RouterInfo router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.floatingIps.become(Lp1505557StatusWithheld::new);
  }

  @Override
  FloatingIpStatus statusOfAdded(FloatingIp fip, FloatingIpStatus status) {
    return fip.status().equals(status.toString()) ? FloatingIpStatus.NOCHANGE : status;
  }
}
