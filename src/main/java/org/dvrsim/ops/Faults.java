package org.dvrsim.ops;

import java.util.Optional;

/** A plan of what goes wrong: asked before and after every op and every access to a state file. */
public interface Faults {
  /** Nothing goes wrong. */
  Faults NONE = new Faults() {};

  /**
   * Called before {@code op} changes anything.
   *
   * @throws InjectedFaultException to make it fail
   * @throws AgentDeath to end the agent before it
   */
  default void before(Op op) {}

  /**
   * Called after {@code op} was carried out or refused.
   *
   * @throws AgentDeath to end the agent after it
   */
  default void after(Op op) {}

  /**
   * Called after {@link #before} and before {@code op} changes anything.
   *
   * @return whether somebody else does the same first
   */
  default boolean isAlreadyDone(Op op) {
    return false;
  }

  /**
   * Called before the server is asked or told something.
   *
   * @param call what, such as {@code sync_routers}
   * @return the class of the error that the agent gets for an answer; empty if the server answers
   */
  default Optional<String> serverError(String call) {
    return Optional.empty();
  }

  /**
   * Called where a state file stands truncated and its new content is not written yet, and at the
   * other instants between the accesses to a file.
   *
   * @param place what was just done, such as {@code truncated fip-priorities}
   * @throws AgentDeath to end the agent there
   */
  default void atDisk(String place) {}
}
