package org.dvrsim.agent;

/**
 * A failure that the simulation or the recording put in the way of an op.
 *
 * <p>A {@code RuntimeError} in the recordings, and so here.
 */
final class InjectedFaultError extends AgentRuntimeError {
  private static final long serialVersionUID = 1L;

  InjectedFaultError(String message) {
    super(message);
  }

  @Override
  public String typeName() {
    return "InjectedFault";
  }
}
