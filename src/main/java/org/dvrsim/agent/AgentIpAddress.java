package org.dvrsim.agent;

import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.net.IpInterface;

/**
 * An address of a device as the agent reads it.
 *
 * <p>Models: neutron/agent/linux/ip_lib.py:_parse_ip_address
 *
 * @param cidr the address, or the other end's where there is one
 * @param dynamic whether it will expire
 */
record AgentIpAddress(IpInterface cidr, RouteScope scope, boolean dynamic) {

  static AgentIpAddress of(IfAddress address) {
    return new AgentIpAddress(
        new IpInterface(address.peer(), address.prefixLength()),
        address.scope(),
        !address.has(IfAddress.PERMANENT));
  }
}
