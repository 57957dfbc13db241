package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The exceptions that an agent logged, in order: its {@code LOG.exception} calls. */
public final class AgentLog {
  private final List<AgentError> exceptions = new ArrayList<>();

  AgentLog() {}

  /** Notes an exception. */
  void exception(AgentError e) {
    exceptions.add(e);
  }

  /** Returns what was logged since the agent started, oldest first; a view that grows. */
  public List<AgentError> exceptions() {
    return Collections.unmodifiableList(exceptions);
  }
}
