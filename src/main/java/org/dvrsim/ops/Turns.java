package org.dvrsim.ops;

import java.util.function.BooleanSupplier;
import org.dvrsim.net.NetnsName;

/**
 * Who of an agent's workers may go on: told of every access to what workers share, before it
 * happens. An agent of one worker just goes on.
 */
public interface Turns {
  /** There is one worker only. */
  Turns NONE = new Turns() {};

  /** Is called before {@code op} is carried out. */
  default void beforeOp(Op op) {}

  /** Is called after {@code op} was carried out. */
  default void afterOp(Op op) {}

  /** Is called before something of a namespace is looked up. */
  default void beforeRead(NetnsName netns) {}

  /** Is called before the namespaces are listed. */
  default void beforeListing() {}

  /** Is called between two accesses to a state file, with what was just done. */
  default void atDisk(String place) {}

  /** Is called before the server is asked or told something. */
  default void beforeCall(String method) {}

  /** Does {@code body} while nobody else does anything under the same lock. */
  default void locked(String lock, Runnable body) {
    body.run();
  }

  /** Lets the next one go on who can, as one does that has done its piece of work. */
  default void passOn() {}

  /**
   * Lets others go on until {@code condition} holds; tells whether it does, as it does not if
   * nobody else is left to bring it about.
   */
  default boolean await(BooleanSupplier condition) {
    return condition.getAsBoolean();
  }
}
