package org.dvrsim.agent;

/**
 * A subscriber that failed before the event it was told of, which is given up.
 *
 * <p>Models: neutron_lib/callbacks/exceptions.py:CallbackFailure
 */
final class CallbackFailure extends AgentError {
  private static final long serialVersionUID = 1L;

  CallbackFailure(String message) {
    super(message);
  }
}
