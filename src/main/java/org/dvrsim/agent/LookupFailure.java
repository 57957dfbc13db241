package org.dvrsim.agent;

/** Something looked up by name that is not there, Python's {@code LookupError}. */
final class LookupFailure extends AgentError {
  private static final long serialVersionUID = 1L;

  LookupFailure(String message) {
    super(message);
  }

  @Override
  public String typeName() {
    return "LookupError";
  }
}
