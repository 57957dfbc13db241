package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.netfilter.IptablesException;
import org.dvrsim.ops.InjectedFaultException;
import org.dvrsim.ops.TraceEntry;

/** Names the outcome of ops as recordings of the real agent do. */
public final class RecordedErrors {

  private RecordedErrors() {}

  /**
   * Returns the error that a recording lists with an op: {@code INJECTED}, or the name of the
   * exception's class in the real agent; empty if there was none, or if the agent's privileged half
   * passed it over. To be asked right after the op, while its namespace is as it was.
   */
  public static Optional<String> nameOf(TraceEntry entry, Kernel kernel) {
    if (entry.refusal().isEmpty()) {
      return Optional.empty();
    }
    RuntimeException refusal = entry.refusal().get();
    if (refusal instanceof InjectedFaultException) {
      return Optional.of("INJECTED");
    }
    if (refusal instanceof ErrnoException errno) {
      boolean netnsExists =
          entry.op().netns().isRoot() || kernel.find(entry.op().netns()).isPresent();
      return OpRefusal.translate(entry.op(), errno, netnsExists).map(AgentError::typeName);
    }
    return Optional.of(
        refusal instanceof IptablesException
            ? "ProcessExecutionError"
            : refusal.getClass().getSimpleName());
  }
}
