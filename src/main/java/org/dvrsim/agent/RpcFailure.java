package org.dvrsim.agent;

import java.util.Objects;

/** A call to the server that failed, as it surfaces in the agent. */
public final class RpcFailure extends AgentError {
  private static final long serialVersionUID = 1L;

  private final String typeName;

  /**
   * Builds the failure.
   *
   * @param typeName the class that the real agent would see, such as {@code MessagingTimeout}
   */
  public RpcFailure(String typeName, String message) {
    super(message);
    this.typeName = Objects.requireNonNull(typeName);
  }

  @Override
  public String typeName() {
    return typeName;
  }
}
