package org.dvrsim.agent;

import org.dvrsim.net.IfName;

/**
 * A device whose name is taken.
 *
 * <p>Models: neutron/privileged/agent/linux/ip_lib.py:InterfaceAlreadyExists
 */
final class InterfaceAlreadyExists extends AgentRuntimeError {
  private static final long serialVersionUID = 1L;

  InterfaceAlreadyExists(IfName device) {
    super("Interface " + device + " already exists.");
  }
}
