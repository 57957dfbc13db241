package org.dvrsim.ops;

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
   * Called before the server is asked or told something.
   *
   * @param call what, such as {@code sync_routers}
   * @return whether the server does not answer
   */
  default boolean failsServerCall(String call) {
    return false;
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
