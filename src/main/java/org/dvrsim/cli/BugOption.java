package org.dvrsim.cli;

import java.util.List;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.agent.KnownBugs;
import org.dvrsim.base.InputException;
import org.dvrsim.fuzz.BugCatalogue;
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
    ids.forEach(BugOption::checkSwitch);
    try {
      return KnownBugs.parts(ids);
    } catch (IllegalArgumentException e) {
      throw InputException.of(e.getMessage());
    }
  }

  /**
   * Checks that a bug can be switched on.
   *
   * @throws InputException if it can't, or there is none
   */
  static void checkSwitch(String id) {
    if (!KnownBugs.ids().contains(id)) {
      checkKnown(id, BugCatalogue.read());
      throw InputException.of(
          "there is no switch for the bug " + id + "; 'dvrsim bugs " + id + "' says more");
    }
  }

  /**
   * Checks that the catalogue has a bug.
   *
   * @throws InputException if it has none
   */
  static void checkKnown(String id, BugCatalogue catalogue) {
    if (catalogue.find(id).isEmpty()) {
      throw InputException.of("there is no bug " + id + "; 'dvrsim bugs' lists them");
    }
  }
}
