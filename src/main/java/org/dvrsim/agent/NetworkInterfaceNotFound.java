package org.dvrsim.agent;

import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * A device that is gone, or was never there.
 *
 * <p>Models: neutron/privileged/agent/linux/ip_lib.py:NetworkInterfaceNotFound
 */
final class NetworkInterfaceNotFound extends AgentRuntimeError {
  private static final long serialVersionUID = 1L;

  NetworkInterfaceNotFound(IfName device, NetnsName netns) {
    super("Network interface " + device + " not found in namespace " + name(netns) + ".");
  }
}
