package org.dvrsim.agent;

/** A text that is not of the form asked for, Python's {@code ValueError}. */
final class ValueError extends AgentError {
  private static final long serialVersionUID = 1L;

  ValueError(String message) {
    super(message);
  }
}
