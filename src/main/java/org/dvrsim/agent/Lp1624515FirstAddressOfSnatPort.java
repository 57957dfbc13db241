package org.dvrsim.agent;

/**
 * lp-1624515, repaired in 0629129c (2017-02-06): of a SNAT port with several addresses only the
 * first was compared with an interface's subnets.
 *
 * <p>Symptom: the other subnets are not redirected.
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
    return hasSubnet(internalPort, snatPort.fixedIps().get(0).subnetId());
  }
}
