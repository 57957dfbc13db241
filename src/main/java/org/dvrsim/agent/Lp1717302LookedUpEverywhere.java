package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpInterface;

/**
 * lp-1717302, repaired in 7d0e1ccd (2018-11-25): centralised floating IPs were looked up where the
 * SNAT is not, too.
 *
 * <p>Symptom: looking into a namespace that is not there raises.
 */
final class Lp1717302LookedUpEverywhere extends CentralizedFloatingIps {
  Lp1717302LookedUpEverywhere(DvrEdgeRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.centralizedFloatingIps.become(Lp1717302LookedUpEverywhere::new);
  }

  @Override
  PySet<IpInterface> getCentralizedFipCidrSet() {
    Optional<NeutronPort> port = router.getExGwPort();
    if (port.isEmpty()) {
      return RouterFloatingIps.newCidrSet();
    }
    IfName device = router.getExternalDeviceName(port.get().id());
    return RouterInfo.addressesOf(router.ipLib.device(device, router.snatNsName()));
  }
}
