package org.dvrsim.agent;

/**
 * lp-1624515, repaired in 0629129c (2017-02-06): of ports with several addresses only the first of
 * the interface was compared with the first of the SNAT port.
 *
 * <p>Symptom: an interface whose addresses are sorted otherwise is not redirected.
 */
final class Lp1624515FirstAddressOfSnatPort extends SnatPorts {
  Lp1624515FirstAddressOfSnatPort(DvrRouterBase router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.snatPorts.become(Lp1624515FirstAddressOfSnatPort::new);
  }

  @Override
  boolean isBeside(NeutronPort internalPort, NeutronPort snatPort) {
    String first = internalPort.fixedIps().get(0).subnetId();
    return snatPort.fixedIps().get(0).subnetId().equals(first);
  }
}
