package org.dvrsim.agent;

/**
 * An integration bridge that is not there.
 *
 * <p>Models: neutron_lib/exceptions/__init__.py:BridgeDoesNotExist
 */
final class BridgeDoesNotExist extends AgentError {
  private static final long serialVersionUID = 1L;

  BridgeDoesNotExist(String bridge) {
    super("Bridge " + bridge + " does not exist.");
  }
}
