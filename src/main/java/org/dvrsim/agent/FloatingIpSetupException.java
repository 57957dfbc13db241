package org.dvrsim.agent;

/**
 * Floating IPs that could not be set up: all of the router's are reported in error.
 *
 * <p>Models: neutron_lib/exceptions/l3.py:FloatingIpSetupException
 */
final class FloatingIpSetupException extends AgentError {
  private static final long serialVersionUID = 1L;

  FloatingIpSetupException(String message) {
    super(message);
  }
}
