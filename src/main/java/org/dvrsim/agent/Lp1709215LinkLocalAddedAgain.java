package org.dvrsim.agent;

import org.dvrsim.net.IpInterface;

/**
 * lp-1709215, repaired in 6c437b7c (2017-11-30): where a port's address is the link-local one that
 * the kernel gives its device, it was added nonetheless.
 *
 * <p>Symptom: the kernel refuses it, and the port is not set up.
 */
final class Lp1709215LinkLocalAddedAgain extends InterfaceDriver {
  Lp1709215LinkLocalAddedAgain(HostAccess host, IpLib ipLib) {
    super(host, ipLib);
  }

  static void into(AgentParts parts) {
    parts.interfaceDriver.become(Lp1709215LinkLocalAddedAgain::new);
  }

  @Override
  void linkLocalIsThere(IpInterface cidr, PySet<IpInterface> wanted) {}
}
