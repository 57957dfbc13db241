package org.dvrsim.agent;

/**
 * A router without a gateway at an agent that may not serve such.
 *
 * <p>Models: neutron_lib/exceptions/l3.py:RouterNotCompatibleWithAgent
 */
final class RouterNotCompatibleWithAgent extends AgentError {
  private static final long serialVersionUID = 1L;

  RouterNotCompatibleWithAgent(String routerId) {
    super("Router '" + routerId + "' is not compatible with this agent.");
  }
}
