package org.dvrsim.scenario;

import java.util.List;
import java.util.Objects;
import org.dvrsim.ops.TraceEntry;

/** The ops that one host was asked to carry out within a step, in order. */
public record HostOps(String host, List<TraceEntry> ops) {
  /** Checks that both are given and copies the list. */
  public HostOps {
    Objects.requireNonNull(host);
    ops = List.copyOf(ops);
  }
}
