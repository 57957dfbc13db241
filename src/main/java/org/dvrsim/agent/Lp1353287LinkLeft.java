package org.dvrsim.agent;

import org.dvrsim.net.IfName;

/**
 * lp-1353287, repaired in 7205ea58 (2014-08-11): a router's link to the fip namespace was given up,
 * but its veth pair stayed.
 *
 * <p>Symptom: the pair is left in both namespaces, and in the way of the next one.
 */
final class Lp1353287LinkLeft extends RtrFipLink {
  Lp1353287LinkLeft(FipNamespace fipNs) {
    super(fipNs);
  }

  static void into(AgentParts parts) {
    parts.rtrFipLink.become(Lp1353287LinkLeft::new);
  }

  @Override
  void deleteVeth(IfName fip2RtrName) {}
}
