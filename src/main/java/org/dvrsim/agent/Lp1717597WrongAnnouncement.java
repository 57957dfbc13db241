package org.dvrsim.agent;

import org.dvrsim.net.IfName;

/**
 * lp-1717597, repaired in 92f1052d (2017-09-15): a centralised floating IP was announced with a
 * wrong argument.
 *
 * <p>Symptom: it raises.
 */
final class Lp1717597WrongAnnouncement extends CentralizedFloatingIps {
  Lp1717597WrongAnnouncement(DvrEdgeRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.centralizedFloatingIps.become(Lp1717597WrongAnnouncement::new);
  }

  @Override
  void announce(IfName device, FloatingIp fip) {
    throw PythonError.typeError("send_ip_addr_adv_notif() takes 3 positional arguments");
  }
}
