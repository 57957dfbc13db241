package org.dvrsim.agent;

import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;

/**
 * An address that the device has already.
 *
 * <p>Models: neutron/privileged/agent/linux/ip_lib.py:IpAddressAlreadyExists
 */
final class IpAddressAlreadyExists extends AgentRuntimeError {
  private static final long serialVersionUID = 1L;

  IpAddressAlreadyExists(IpAddress ip, IfName device) {
    super("IP address " + ip + " already configured on " + device + ".");
  }
}
