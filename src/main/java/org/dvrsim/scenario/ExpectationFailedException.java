package org.dvrsim.scenario;

/** A step looked at a host and did not see what the scenario says, or saw what should be gone. */
public final class ExpectationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Builds a failure with a message for people; it may have several lines. */
  public ExpectationFailedException(String message) {
    super(message);
  }
}
