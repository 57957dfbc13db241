package org.dvrsim.invariant;

/** Why an agent was at work in a step. */
public enum StepKind {
  /** Something was new: a message, a start, somebody's command on the host. */
  EVENT,
  /** The server sent what the agent already had put into effect. */
  SAME_AGAIN,
  /** The agent asked for everything, though nothing was new. */
  RESYNC,
  /** The agent did the same once more, as it had written packet filter rules the first time. */
  ONCE_MORE
}
