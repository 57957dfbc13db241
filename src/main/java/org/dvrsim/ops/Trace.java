package org.dvrsim.ops;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps the ops of a host in order. */
public final class Trace implements OpObserver {
  private final List<TraceEntry> entries = new ArrayList<>();

  @Override
  public void executed(TraceEntry entry) {
    entries.add(entry);
  }

  /** Returns what was kept, oldest first; a view that grows. */
  public List<TraceEntry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** Returns what was kept, and forgets it. */
  public List<TraceEntry> take() {
    List<TraceEntry> taken = List.copyOf(entries);
    entries.clear();
    return taken;
  }

  /** Forgets everything. */
  public void clear() {
    entries.clear();
  }
}
