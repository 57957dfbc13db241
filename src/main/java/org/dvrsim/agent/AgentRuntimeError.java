package org.dvrsim.agent;

/** What is caught by {@code except RuntimeError} in the real agent. */
public class AgentRuntimeError extends AgentError {
  private static final long serialVersionUID = 1L;

  /** Builds an error of which Python's str() gives {@code message}. */
  AgentRuntimeError(String message) {
    super(message);
  }

  @Override
  public String typeName() {
    return getClass() == AgentRuntimeError.class ? "RuntimeError" : super.typeName();
  }
}
