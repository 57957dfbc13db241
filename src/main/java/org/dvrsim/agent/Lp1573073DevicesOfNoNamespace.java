package org.dvrsim.agent;

import java.util.List;
import org.dvrsim.net.IfName;

/**
 * lp-1573073, repaired in 7675495f (2016-11-03): the devices of a namespace were listed without a
 * thought that it may be gone.
 *
 * <p>Symptom: one that somebody deleted raises.
 */
final class Lp1573073DevicesOfNoNamespace extends IpLib {
  Lp1573073DevicesOfNoNamespace(HostAccess host, PrivilegedIpLib privileged) {
    super(host, privileged);
  }

  static void into(AgentParts parts) {
    parts.ipLib.become(Lp1573073DevicesOfNoNamespace::new);
  }

  @Override
  List<IfName> devicesOfNoNamespace(NetworkNamespaceNotFound error) {
    throw error;
  }
}
