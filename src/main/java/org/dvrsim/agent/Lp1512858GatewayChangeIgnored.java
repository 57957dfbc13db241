package org.dvrsim.agent;

/**
 * lp-1512858, repaired in a0f7153f (2016-02-24): the default routes of the fip namespace were
 * written once and for all.
 *
 * <p>Symptom: it goes on using a gateway that the subnet has no more.
 */
final class Lp1512858GatewayChangeIgnored extends FipNamespace {
  Lp1512858GatewayChangeIgnored(L3NATAgent agent, String extNetId, boolean useIpv6) {
    super(agent, extNetId, useIpv6);
  }

  static void into(AgentParts parts) {
    parts.fipNamespace.become(Lp1512858GatewayChangeIgnored::new);
  }

  @Override
  boolean isGatewayIpChanged(NeutronPort port) {
    return false;
  }
}
