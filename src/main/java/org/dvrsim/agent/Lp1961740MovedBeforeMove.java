package org.dvrsim.agent;

import org.dvrsim.net.NetnsName;

/**
 * lp-1961740, repaired in 76578393 (2022-09-09): a device was looked for in the namespace to which
 * it could not be moved.
 *
 * <p>Symptom: moving it cannot be tried again.
 */
final class Lp1961740MovedBeforeMove extends InterfaceDriver {
  Lp1961740MovedBeforeMove(HostAccess host, IpLib ipLib) {
    super(host, ipLib);
  }

  static void into(AgentParts parts) {
    parts.interfaceDriver.become(Lp1961740MovedBeforeMove::new);
  }

  @Override
  void moveTo(IpDevice device, NetnsName namespace) {
    try {
      super.moveTo(device, namespace);
    } catch (AgentError e) {
      device.setNamespace(namespace);
      throw e;
    }
  }
}
