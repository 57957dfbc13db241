package org.dvrsim.invariant;

/** What invariants look at: one host at the end of one step, and what the server wants there. */
public interface HostView {
  /** Returns what the server holds to be true for the host. */
  ServerTruth truth();

  /** Returns what happened during the step. */
  HostStep step();

  /**
   * Tells whether the agent has heard everything that the server had to say, is done with it, and
   * nothing that went wrong since is still to be healed by a resync.
   */
  boolean settled();
}
