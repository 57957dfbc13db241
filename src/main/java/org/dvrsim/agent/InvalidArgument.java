package org.dvrsim.agent;

import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * A request that the kernel refused with EINVAL.
 *
 * <p>Models: neutron/privileged/agent/linux/ip_lib.py:InvalidArgument
 */
final class InvalidArgument extends AgentRuntimeError {
  private static final long serialVersionUID = 1L;

  InvalidArgument(IfName device, NetnsName netns) {
    super(
        "Invalid parameter/value used on interface " + device + ", namespace " + name(netns) + ".");
  }
}
