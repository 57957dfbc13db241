package org.dvrsim.agent;

import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * lp-1667756, repaired in 507cdde6 (2017-05-05): with an IPv6 gateway the device was set up neither
 * for advertisements nor for forwarding.
 *
 * <p>Symptom: IPv6 packets stop at the gateway.
 */
final class Lp1667756NoForwardingWithGateway extends RouterGateway {
  Lp1667756NoForwardingWithGateway(RouterInfo router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.gateway.become(Lp1667756NoForwardingWithGateway::new);
  }

  @Override
  void configureIpv6ParamsOnGw(NeutronPort exGwPort, NetnsName netns, IfName interfaceName) {
    if (acceptsRa(exGwPort)) {
      super.configureIpv6ParamsOnGw(exGwPort, netns, interfaceName);
    }
  }
}
