package org.dvrsim.agent;

/**
 * An exception of the real agent's code: what Python's {@code except Exception} catches there.
 *
 * <p>The agent's behaviour in failure hangs on which handler takes which kind, so the kinds keep
 * Python's relations: {@link RuntimeErrorException} with its subclasses is what {@code except
 * RuntimeError} takes, {@link NetlinkError} and {@link OsError} are no RuntimeErrors. Whatever is
 * not an AgentException (a thing not modelled, a bug of ours, the end of the agent's process) is
 * caught by none of the agent's handlers.
 *
 * <p>Carries no stack trace: failures are ordinary events of a simulated agent.
 */
abstract class AgentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AgentException(String message) {
    super(message, null, false, false);
  }

  /** Returns the name of Python's class, as the agent's log shows it. */
  String pythonName() {
    return getClass().getSimpleName();
  }
}
