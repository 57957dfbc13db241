package org.dvrsim.agent;

import org.dvrsim.net.IpInterface;

/**
 * lp-1675187, repaired in f84ce9a5 (2017-03-30): floating IPs that an earlier release put on the
 * links' devices were not taken away.
 *
 * <p>Symptom: they stay there for good.
 */
final class Lp1675187FloatingIpsOfEarlierRelease extends FipNamespace {
  Lp1675187FloatingIpsOfEarlierRelease(L3NATAgent agent, String extNetId, boolean useIpv6) {
    super(agent, extNetId, useIpv6);
  }

  static void into(AgentParts parts) {
    parts.fipNamespace.become(Lp1675187FloatingIpsOfEarlierRelease::new);
  }

  @Override
  void deleteStaleFip(IpDevice rtr2FipDevice, IpInterface cidr) {}
}
