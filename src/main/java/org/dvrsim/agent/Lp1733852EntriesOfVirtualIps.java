package org.dvrsim.agent;

/**
 * lp-1733852, repaired in af73882a (2017-12-08): only routers' own ports got no permanent neighbour
 * entries.
 *
 * <p>Symptom: a load balancer's address that moves stays with the old instance.
 */
final class Lp1733852EntriesOfVirtualIps extends DvrArpEntries {
  Lp1733852EntriesOfVirtualIps(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.arpEntries.become(Lp1733852EntriesOfVirtualIps::new);
  }

  @Override
  boolean isIgnored(String deviceOwner) {
    return !deviceOwner.startsWith("neutron:LOADBALANCER") && super.isIgnored(deviceOwner);
  }
}
