package org.dvrsim.agent;

import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * A device that refused with EOPNOTSUPP.
 *
 * <p>Models: neutron/privileged/agent/linux/ip_lib.py:InterfaceOperationNotSupported
 */
final class InterfaceOperationNotSupported extends AgentRuntimeError {
  private static final long serialVersionUID = 1L;

  InterfaceOperationNotSupported(IfName device, NetnsName netns) {
    super("Operation not supported on interface " + device + ", namespace " + name(netns) + ".");
  }
}
