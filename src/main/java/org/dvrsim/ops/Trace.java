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

  /** Returns a copy of what was kept after the first {@code mark} entries. */
  public List<TraceEntry> since(int mark) {
    return List.copyOf(entries.subList(mark, entries.size()));
  }

  /** Forgets everything. */
  public void clear() {
    entries.clear();
  }
}
