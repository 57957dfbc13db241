package org.dvrsim.agent;

import org.dvrsim.net.IpAddress;
import org.dvrsim.net.NetnsName;

/**
 * lp-1334926, repaired in 96664553 (2014-09-23): connections through an address that was taken away
 * were left alone.
 *
 * <p>Symptom: a floating IP's connections go on after its removal.
 */
final class Lp1334926ConnectionsKept extends IpLib {
  Lp1334926ConnectionsKept(HostAccess host, PrivilegedIpLib privileged) {
    super(host, privileged);
  }

  static void into(AgentParts parts) {
    parts.ipLib.become(Lp1334926ConnectionsKept::new);
  }

  @Override
  void deleteConntrackState(NetnsName netns, IpAddress address) {}
}
