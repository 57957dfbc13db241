package org.dvrsim.agent;

import org.dvrsim.net.NetnsName;

/**
 * A namespace that is gone.
 *
 * <p>Defect: the privileged half sends the exception's text over, and the agent's half takes it for
 * the namespace's name, so the text is there twice.
 *
 * <p>Models: neutron/privileged/agent/linux/ip_lib.py:NetworkNamespaceNotFound
 */
final class NetworkNamespaceNotFound extends AgentRuntimeError {
  private static final long serialVersionUID = 1L;

  NetworkNamespaceNotFound(NetnsName netns) {
    super("Network namespace " + text(netns) + " could not be found.");
  }

  private static String text(NetnsName netns) {
    return "Network namespace " + netns + " could not be found.";
  }
}
