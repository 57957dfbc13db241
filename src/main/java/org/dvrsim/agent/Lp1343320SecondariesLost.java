package org.dvrsim.agent;

import org.dvrsim.net.NetnsName;

/**
 * lp-1343320, repaired in 141a00bd (2014-07-28): namespaces were left as Linux makes them, where an
 * address takes its secondary ones along.
 *
 * <p>Symptom: addresses vanish that nobody deleted.
 */
final class Lp1343320SecondariesLost extends IpLib {
  Lp1343320SecondariesLost(HostAccess host, PrivilegedIpLib privileged) {
    super(host, privileged);
  }

  static void into(AgentParts parts) {
    parts.ipLib.become(Lp1343320SecondariesLost::new);
  }

  @Override
  void promoteSecondaries(NetnsName name) {}
}
