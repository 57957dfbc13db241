package org.dvrsim.agent;

/**
 * Packet filter rules that could not be applied.
 *
 * <p>Models: neutron_lib/exceptions/l3.py:IpTablesApplyException
 */
final class IpTablesApplyException extends AgentError {
  private static final long serialVersionUID = 1L;

  IpTablesApplyException(String message) {
    super(message);
  }
}
