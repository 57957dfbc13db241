package org.dvrsim.agent;

import org.dvrsim.kernel.RouteScope;

/**
 * lp-1437499, repaired in e8603512 (2015-04-08): only addresses of global scope were taken away.
 *
 * <p>Symptom: a site-local address that the port lost stays.
 */
final class Lp1437499OtherScopesKept extends InterfaceDriver {
  Lp1437499OtherScopesKept(HostAccess host, IpLib ipLib) {
    super(host, ipLib);
  }

  static void into(AgentParts parts) {
    parts.interfaceDriver.become(Lp1437499OtherScopesKept::new);
  }

  @Override
  boolean isLookedAt(AgentIpAddress address) {
    return address.scope().equals(RouteScope.GLOBAL);
  }
}
