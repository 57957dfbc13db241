package org.dvrsim.agent;

import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.NetnsName;

/**
 * lp-1335023, repaired in b6126bc0 (2016-02-19): a gateway outside its subnet was not made
 * reachable on the link.
 *
 * <p>Symptom: Linux refuses the default route.
 */
final class Lp1335023GatewayOffLink {
  private Lp1335023GatewayOffLink() {}

  static void into(AgentParts parts) {
    parts.gateway.become(Gateway::new);
    parts.fipNamespace.become(Fip::new);
  }

  private static final class Gateway extends RouterGateway {
    Gateway(RouterInfo router) {
      super(router);
    }

    @Override
    void addRouteToGw(NeutronPort exGwPort, IfName device, NetnsName netns) {}
  }

  private static final class Fip extends FipNamespace {
    Fip(L3NATAgent agent, String extNetId, boolean useIpv6) {
      super(agent, extNetId, useIpv6);
    }

    @Override
    void addLinkRoute(IpDevice device, IpAddress gateway) {}
  }
}
