package org.dvrsim.agent;

import org.dvrsim.net.IfName;
import org.dvrsim.net.IpInterface;

/**
 * A centralised router without high availability: gateway and floating IPs in its own namespace.
 *
 * <p>Models: neutron/agent/l3/legacy_router.py
 */
class LegacyRouter extends RouterInfo {
  LegacyRouter(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  @Override
  FloatingIpStatus addFloatingIp(FloatingIp fip, IfName interfaceName, IpDevice device) {
    try {
      device.addr().add(new IpInterface(fip.floatingIpAddress(), 32));
    } catch (AgentRuntimeError e) {
      return FloatingIpStatus.ERROR;
    }
    ipLib.sendIpAddrAdvNotif(nsName, interfaceName, fip.floatingIpAddress());
    return FloatingIpStatus.ACTIVE;
  }
}
