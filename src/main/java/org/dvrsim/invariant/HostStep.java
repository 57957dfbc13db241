package org.dvrsim.invariant;

import java.util.List;
import java.util.Objects;
import org.dvrsim.ops.TraceEntry;

/**
 * What happened on one host during one step.
 *
 * @param ops what the host was asked to do, refused ones included
 * @param errors the exceptions that the agent logged or let escape, in words
 * @param disturbed whether something was made to go wrong during the step, so that errors are to be
 *     expected
 */
public record HostStep(
    StepKind kind, List<TraceEntry> ops, List<String> errors, boolean disturbed) {
  /** A step in which nothing happened. */
  public static final HostStep QUIET = new HostStep(StepKind.EVENT, List.of(), List.of(), false);

  /** Checks that all is given and copies the lists. */
  public HostStep {
    Objects.requireNonNull(kind);
    ops = List.copyOf(ops);
    errors = List.copyOf(errors);
  }
}
