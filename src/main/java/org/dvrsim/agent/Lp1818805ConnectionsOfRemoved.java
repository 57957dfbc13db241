package org.dvrsim.agent;

import org.dvrsim.net.IpInterface;

/**
 * lp-1818805, repaired in 0c6d76f2 (2019-03-28): the connections of a floating IP that was taken
 * away went on.
 *
 * <p>Symptom: whoever was connected stays so.
 */
final class Lp1818805ConnectionsOfRemoved extends DvrFloatingIps {
  Lp1818805ConnectionsOfRemoved(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.dvrFloatingIps.become(Lp1818805ConnectionsOfRemoved::new);
  }

  @Override
  void endConnections(IpDevice fip2RtrDevice, IpInterface fipCidr) {}
}
