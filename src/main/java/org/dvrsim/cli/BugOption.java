package org.dvrsim.cli;

import java.util.List;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.agent.KnownBugs;
import org.dvrsim.base.InputException;
import picocli.CommandLine.Option;

/** The option {@code --bug} of the commands that let an agent run. */
final class BugOption {
  @Option(
      names = "--bug",
      paramLabel = "ID",
      description = "Have the agents behave as before a repair; 'dvrsim bugs' lists which.")
  private List<String> ids = List.of();

  /** Tells whether a bug is switched on. */
  boolean areGiven() {
    return !ids.isEmpty();
  }

  /** Returns the options to type for the same bugs, each after a blank. */
  String again() {
    StringBuilder options = new StringBuilder();
    ids.forEach(id -> options.append(" --bug ").append(id));
    return options.toString();
  }

  /**
   * Returns the parts of an agent that has the bugs given.
   *
   * @throws InputException if there is no such bug, or two can't be there at once
   */
  AgentParts parts() {
    try {
      return KnownBugs.parts(ids);
    } catch (IllegalArgumentException e) {
      throw InputException.of(e.getMessage());
    }
  }
}
