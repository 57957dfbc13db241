package org.dvrsim.agent;

import org.dvrsim.net.NetnsName;

/**
 * An exception of the agent's own code, as Python's {@code Exception}: what the agent raises,
 * catches, logs and retries upon.
 *
 * <p>Subclasses follow the classes of the real agent, so that each is caught where the real one is.
 * A failed precondition of ours, something not modelled and the death of the agent are no
 * AgentErrors and pass every {@code catch} of the agent. Carries no stack trace.
 */
public class AgentError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Builds an error of which Python's str() gives {@code message}. */
  AgentError(String message) {
    super(message, null, false, false);
  }

  /** Returns the name of the class that the real agent would log. */
  public String typeName() {
    return getClass().getSimpleName();
  }

  /** Returns a namespace as Python prints it: the root namespace has no name. */
  static String name(NetnsName netns) {
    return netns.isRoot() ? "None" : netns.text();
  }
}
