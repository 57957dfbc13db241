package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;

/** The exceptions that the agent logged, in order: its {@code LOG.exception} calls. */
public final class AgentLog {
  private List<Entry> entries = new ArrayList<>();

  /** Notes an exception. */
  void exception(AgentException e) {
    entries.add(new Entry(e.pythonName(), e.getMessage()));
  }

  /** Returns what was logged since the last call, and forgets it. */
  public List<Entry> drain() {
    List<Entry> drained = entries;
    entries = new ArrayList<>();
    return drained;
  }

  /**
   * One logged exception.
   *
   * @param type the name of Python's class
   * @param message its text
   */
  public record Entry(String type, String message) {}
}
