package org.dvrsim.invariant;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.ops.TraceEntry;

/**
 * What happened on one host during one step.
 *
 * @param ops what the host was asked to do, refused ones included
 * @param changes what really changed in the kernel; empty if nothing did
 * @param errors the exceptions that the agent logged or let escape, in words
 * @param told what the agent told the server of floating IPs, by id
 * @param disturbed whether something was made to go wrong during the step, so that errors are to be
 *     expected
 */
public record HostStep(
    StepKind kind,
    List<TraceEntry> ops,
    List<KernelEvent> changes,
    List<String> errors,
    Map<String, String> told,
    boolean disturbed) {
  /** Checks that all is given and copies the lists. */
  public HostStep {
    Objects.requireNonNull(kind);
    ops = List.copyOf(ops);
    changes = List.copyOf(changes);
    errors = List.copyOf(errors);
    told = Map.copyOf(told);
  }

  /** Tells whether nothing happened. */
  boolean isEmpty() {
    return ops.isEmpty() && changes.isEmpty() && errors.isEmpty() && told.isEmpty();
  }
}
