package org.dvrsim.fuzz;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.Finding;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioRunner;
import org.dvrsim.scenario.StepOutcome;

/** What scenarios of known failures violate. */
public final class KnownFailures {
  private KnownFailures() {}

  /**
   * Returns the {@linkplain Shape shapes} of what scenarios violate as they expect to.
   *
   * @param agent of what the agents consist
   */
  public static Set<String> of(List<Scenario> scenarios, AgentParts agent) {
    Set<String> shapes = new LinkedHashSet<>();
    for (Scenario scenario : scenarios) {
      for (StepOutcome step : new ScenarioRunner(Invariants::all, agent).run(scenario).steps()) {
        for (Finding finding : step.expected()) {
          shapes.add(Shape.of(finding.violation()));
        }
      }
    }
    return shapes;
  }
}
