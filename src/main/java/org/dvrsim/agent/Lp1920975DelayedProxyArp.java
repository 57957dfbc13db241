package org.dvrsim.agent;

/**
 * lp-1920975, repaired in d7f68a0c (2023-01-14): the kernel's answers to ARP requests for floating
 * IPs came after its usual delay.
 *
 * <p>Symptom: a floating IP is slow to be found.
 */
final class Lp1920975DelayedProxyArp extends FipNamespace {
  Lp1920975DelayedProxyArp(L3NATAgent agent, String extNetId, boolean useIpv6) {
    super(agent, extNetId, useIpv6);
  }

  static void into(AgentParts parts) {
    parts.fipNamespace.become(Lp1920975DelayedProxyArp::new);
  }

  @Override
  void setProxyDelay(String device) {}
}
