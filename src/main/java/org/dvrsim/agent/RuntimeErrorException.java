package org.dvrsim.agent;

/**
 * Python's RuntimeError and what derives from it.
 *
 * <p>Models: neutron/privileged/agent/linux/ip_lib.py's exceptions, all RuntimeErrors
 */
class RuntimeErrorException extends AgentException {
  private static final long serialVersionUID = 1L;

  RuntimeErrorException(String message) {
    super(message);
  }

  @Override
  String pythonName() {
    return getClass() == RuntimeErrorException.class ? "RuntimeError" : super.pythonName();
  }

  /** The namespace that a request names is not there. */
  static final class NetworkNamespaceNotFound extends RuntimeErrorException {
    private static final long serialVersionUID = 1L;

    NetworkNamespaceNotFound(Object namespace) {
      super("Network namespace " + namespace + " could not be found.");
    }
  }

  /** The device that a request names is not there. */
  static final class NetworkInterfaceNotFound extends RuntimeErrorException {
    private static final long serialVersionUID = 1L;

    NetworkInterfaceNotFound(Object device, Object namespace) {
      super("Network interface " + device + " not found in namespace " + namespace + ".");
    }
  }

  /** The kernel answered EOPNOTSUPP. */
  static final class InterfaceOperationNotSupported extends RuntimeErrorException {
    private static final long serialVersionUID = 1L;

    InterfaceOperationNotSupported(Object device, Object namespace) {
      super("Operation not supported on interface " + device + ", namespace " + namespace + ".");
    }
  }

  /** The kernel answered EINVAL. */
  static final class InvalidArgument extends RuntimeErrorException {
    private static final long serialVersionUID = 1L;

    InvalidArgument(Object device, Object namespace) {
      super(
          "Invalid parameter/value used on interface " + device + ", namespace " + namespace + ".");
    }
  }

  /** The device has the address already. */
  static final class IpAddressAlreadyExists extends RuntimeErrorException {
    private static final long serialVersionUID = 1L;

    IpAddressAlreadyExists(Object ip, Object device) {
      super("IP address " + ip + " already configured on " + device + ".");
    }
  }

  /** A device of that name is there already. */
  static final class InterfaceAlreadyExists extends RuntimeErrorException {
    private static final long serialVersionUID = 1L;

    InterfaceAlreadyExists(Object device) {
      super("Interface " + device + " already exists.");
    }
  }

  /** A command ended with an exit status that the agent does not accept. */
  static final class ProcessExecutionError extends RuntimeErrorException {
    private static final long serialVersionUID = 1L;

    ProcessExecutionError(String message) {
      super(message);
    }
  }

  /** The operation was made to fail; the recordings' injected faults are RuntimeErrors. */
  static final class InjectedFault extends RuntimeErrorException {
    private static final long serialVersionUID = 1L;

    InjectedFault(String message) {
      super(message);
    }
  }
}
