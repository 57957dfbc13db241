package org.dvrsim.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dvrsim.base.InputException;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.ops.TraceEntry;

/**
 * A scenario played up to some step without looking at invariants: the cluster as it is then, and
 * all that was done to its hosts.
 */
public final class PlayedScenario {
  private final Cluster cluster = new Cluster();
  private final List<PastOp> history = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private PlayedScenario() {}

  /**
   * One op that a host was asked to carry out.
   *
   * @param step the number of the scenario's step, 0 for the start of the agents
   * @param what the step, in words
   */
  public record PastOp(int step, String what, ComputeHost host, TraceEntry entry) {}

  /**
   * Plays the first {@code steps} steps of a scenario; expectations that aren't met are passed
   * over.
   *
   * @throws InputException if the scenario has fewer steps or contradicts itself
   */
  public static PlayedScenario play(Scenario scenario, int steps) {
    if (steps > scenario.steps().size()) {
      throw InputException.in(
          scenario.file().orElse(scenario.title()),
          "there is no step " + steps + ", the last is " + scenario.steps().size());
    }
    PlayedScenario played = new PlayedScenario();
    try {
      CloudBuilder.build(scenario.cloud(), played.cluster);
    } catch (ApiRefusedException e) {
      throw InputException.in(scenario.file().orElse(scenario.title()), e.getMessage());
    }
    played.cluster.hosts().forEach(ComputeHost::startAgent);
    played.endOfStep(0, "the agents start");
    for (int i = 0; i < steps; i++) {
      Action action = scenario.steps().get(i).action();
      try {
        action.perform(played.cluster);
      } catch (ApiRefusedException | ExpectationFailedException e) {
        played.refused.add("step " + (i + 1) + ": " + e.getMessage());
      }
      played.endOfStep(i + 1, action.describe());
    }
    return played;
  }

  private void endOfStep(int number, String what) {
    cluster.deliver();
    for (ComputeHost host : cluster.hosts()) {
      for (TraceEntry entry : host.journal().takeTrace()) {
        history.add(new PastOp(number, what, host, entry));
      }
    }
  }

  /** Returns the cluster. */
  public Cluster cluster() {
    return cluster;
  }

  /** Returns all ops in order. */
  public List<PastOp> history() {
    return Collections.unmodifiableList(history);
  }

  /** Returns what was refused or not as expected, in words. */
  public List<String> refused() {
    return Collections.unmodifiableList(refused);
  }
}
