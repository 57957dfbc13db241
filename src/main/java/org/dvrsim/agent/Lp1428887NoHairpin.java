package org.dvrsim.agent;

import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;

/**
 * lp-1428887, repaired in 5154d974 (2015-03-31): what an internal network sends to a floating IP on
 * one was not translated to the gateway's address.
 *
 * <p>Symptom: answers bypass the router, and connections to a floating IP from its own network
 * hang.
 */
final class Lp1428887NoHairpin extends RouterSnatRules {
  Lp1428887NoHairpin(RouterInfo router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.snatRules.become(Lp1428887NoHairpin::new);
  }

  @Override
  void serveFloatingIpsFromInside(
      IptablesManager iptables, IpAddress exGwIp, IfName interfaceName) {}
}
