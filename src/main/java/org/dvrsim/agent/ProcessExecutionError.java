package org.dvrsim.agent;

/**
 * A command that ended with a failure status.
 *
 * <p>Models: neutron_lib/exceptions/__init__.py:ProcessExecutionError
 */
final class ProcessExecutionError extends AgentRuntimeError {
  private static final long serialVersionUID = 1L;

  private final int returncode;

  ProcessExecutionError(String message, int returncode) {
    super(message);
    this.returncode = returncode;
  }

  /** Returns the command's exit status. */
  int returncode() {
    return returncode;
  }
}
