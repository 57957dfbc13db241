package org.dvrsim.ops;

import java.util.Objects;
import java.util.Optional;

/**
 * One op that a host was asked to carry out.
 *
 * @param number counts the ops of the host, from 1
 * @param op what was asked
 * @param askedBy the agent method that asked, innermost, such as {@code FipNamespace.create}; empty
 *     if nobody said
 * @param attribution who wanted the single lines of a {@link RestoreIptables}
 * @param refusal what the host answered; empty if it did as asked
 */
public record TraceEntry(
    long number,
    Op op,
    String askedBy,
    Attribution attribution,
    Optional<RuntimeException> refusal) {
  /** Checks that all is given. */
  public TraceEntry {
    Objects.requireNonNull(op);
    Objects.requireNonNull(askedBy);
    Objects.requireNonNull(attribution);
    Objects.requireNonNull(refusal);
  }
}
