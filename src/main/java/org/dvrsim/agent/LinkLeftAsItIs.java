package org.dvrsim.agent;

import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * The connection as it was in 2015: a link that an earlier process made is left as it is, so that
 * its addresses are not at hand after a start. Known defects of that time need it to show.
 *
 * <p>Models: neutron/agent/l3/agent.py:L3NATAgent.create_dvr_fip_interfaces at commit 974991db,
 * which asked scan_fip_ports whether there was something to do
 */
final class LinkLeftAsItIs extends DvrFipConnection {
  LinkLeftAsItIs(DvrLocalRouter router) {
    super(router);
  }

  @Override
  void checkRtr2FipConnect(FipNamespace namespace) {
    IfName fip2RtrName = namespace.getIntDeviceName(router.routerId);
    if (router.ipLib.deviceExists(fip2RtrName, namespace.name())) {
      connected();
    } else {
      disconnected();
    }
  }

  /** Reads the address off the router's end of the link. */
  @Override
  IpAddress routerEnd() {
    if (router.isRtrFipSubnetAtHand()) {
      return super.routerEnd();
    }
    IfName rtr2FipName = router.requireFipNs().getRtrExtDeviceName(router.routerId);
    for (AgentIpAddress address : router.ipLib.device(rtr2FipName, router.nsName).addr().list()) {
      if (address.cidr().family() == IpFamily.V4) {
        return address.cidr().address();
      }
    }
    return super.routerEnd();
  }
}
