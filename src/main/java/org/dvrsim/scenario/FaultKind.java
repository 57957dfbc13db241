package org.dvrsim.scenario;

import java.util.Locale;
import org.dvrsim.cluster.MessageFault;

/** What can go wrong on a host during a step. */
public enum FaultKind {
  /** An op fails once, with nothing changed. */
  OP_FAILS,
  /** Two ops in a row fail, with nothing changed: what the agent does about the first, too. */
  TWO_OPS_FAIL,
  /**
   * An op fails once, with nothing changed, and nobody comes to help: the agent is to get over it
   * by itself.
   */
  OP_RETRIED,
  /**
   * {@code iptables-restore} fails once, as it does where somebody else has the tables, and nobody
   * comes to help.
   */
  RESTORE_FAILS,
  /**
   * Somebody else does the same right before an op that Linux carries out once only: what it would
   * add is there, what it would take away is gone. Nobody comes to help.
   */
  OP_ALREADY_DONE,
  /** The server does not answer once. */
  SERVER_CALL_FAILS,
  /** The server does not answer from one call on, until the step is over. */
  SERVER_UNREACHABLE,
  /** The agent's process dies right after an op. */
  DIES_AFTER_OP,
  /** The agent's process dies between two accesses to a state file, which may be empty then. */
  DIES_AT_DISK,
  /** What the server tells the host is lost. */
  MESSAGES_LOST,
  /** What the server tells the host arrives twice. */
  MESSAGES_TWICE,
  /** What the server tells the host arrives after what it tells in the next step. */
  MESSAGES_LATE,
  /** What the server tells the host arrives the last first. */
  MESSAGES_REVERSED;

  /**
   * Reads the spelling of scenario files.
   *
   * @throws IllegalArgumentException if there is none such
   */
  public static FaultKind parse(String text) {
    for (FaultKind kind : values()) {
      if (kind.toString().equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no such fault: " + text);
  }

  MessageFault messages() {
    return switch (this) {
      case MESSAGES_LOST -> MessageFault.LOST;
      case MESSAGES_TWICE -> MessageFault.TWICE;
      case MESSAGES_LATE -> MessageFault.LATE;
      case MESSAGES_REVERSED -> MessageFault.REVERSED;
      case OP_FAILS,
          TWO_OPS_FAIL,
          OP_RETRIED,
          RESTORE_FAILS,
          OP_ALREADY_DONE,
          SERVER_CALL_FAILS,
          SERVER_UNREACHABLE,
          DIES_AFTER_OP,
          DIES_AT_DISK ->
          MessageFault.NONE;
    };
  }

  /** Tells whether it happens at an op, of which kind may be said. */
  public boolean isOfOps() {
    return this == OP_FAILS
        || this == TWO_OPS_FAIL
        || this == OP_RETRIED
        || this == OP_ALREADY_DONE
        || this == DIES_AFTER_OP;
  }

  /** Tells whether it may happen at several occasions in a row. */
  public boolean isRepeatable() {
    return this == OP_FAILS
        || this == OP_RETRIED
        || this == RESTORE_FAILS
        || this == OP_ALREADY_DONE
        || this == SERVER_CALL_FAILS;
  }

  /** Tells whether the host is to be healed after it. */
  public boolean needsHealing() {
    return this != OP_RETRIED && this != RESTORE_FAILS && this != OP_ALREADY_DONE;
  }

  /** Returns the spelling of scenario files, such as {@code op-fails}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
