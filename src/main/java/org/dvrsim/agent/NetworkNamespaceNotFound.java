package org.dvrsim.agent;

import org.dvrsim.net.NetnsName;

/**
 * A namespace that is gone.
 *
 * <p>Models: neutron/privileged/agent/linux/ip_lib.py:NetworkNamespaceNotFound
 */
final class NetworkNamespaceNotFound extends AgentRuntimeError {
  private static final long serialVersionUID = 1L;

  NetworkNamespaceNotFound(NetnsName netns) {
    super("Network namespace " + netns + " could not be found.");
  }
}
