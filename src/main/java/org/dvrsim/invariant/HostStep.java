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
  /** Checks that all is given, and copies what is small: nobody changes the other lists later. */
  public HostStep {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(ops);
    Objects.requireNonNull(changes);
    errors = List.copyOf(errors);
    told = Map.copyOf(told);
  }
}
