package org.dvrsim.agent;

/**
 * lp-1429162, repaired in d6f1fb67 (2015-03-25): the link to the fip namespace kept the MTU that
 * Linux gives it.
 *
 * <p>Symptom: large packets get lost between networks of smaller MTU.
 */
final class Lp1429162LinkWithoutMtu extends RtrFipLink {
  Lp1429162LinkWithoutMtu(FipNamespace fipNs) {
    super(fipNs);
  }

  static void into(AgentParts parts) {
    parts.rtrFipLink.become(Lp1429162LinkWithoutMtu::new);
  }

  @Override
  void setMtu(IpDevice rtr2FipDev, IpDevice fip2RtrDev, int mtu) {}
}
