package org.dvrsim.agent;

/**
 * Neutron's own exceptions, which are no RuntimeErrors.
 *
 * <p>Models: neutron_lib/exceptions/l3.py, neutron_lib/callbacks/exceptions.py
 */
class NeutronException extends AgentException {
  private static final long serialVersionUID = 1L;

  NeutronException(String message) {
    super(message);
  }

  /** Floating IPs could not be set up; all of the router are reported in error. */
  static final class FloatingIpSetupException extends NeutronException {
    private static final long serialVersionUID = 1L;

    FloatingIpSetupException(String message) {
      super(message);
    }
  }

  /** iptables-restore refused the agent's text. */
  static final class IpTablesApplyException extends NeutronException {
    private static final long serialVersionUID = 1L;

    IpTablesApplyException(String message) {
      super(message);
    }
  }

  /** The router has no gateway, and the agent may not serve such routers. */
  static final class RouterNotCompatibleWithAgent extends NeutronException {
    private static final long serialVersionUID = 1L;

    RouterNotCompatibleWithAgent(String routerId) {
      super("Router '" + routerId + "' is not compatible with this agent.");
    }
  }

  /** A subscriber failed before the event it was told of; the event is given up. */
  static final class CallbackFailure extends NeutronException {
    private static final long serialVersionUID = 1L;

    CallbackFailure(String message) {
      super(message);
    }
  }
}
