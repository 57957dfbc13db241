package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.ExpectedViolation;
import org.dvrsim.scenario.Finding;
import org.dvrsim.scenario.Outcome;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioRunner;
import org.dvrsim.scenario.Step;
import org.dvrsim.scenario.StepOutcome;

/** Notes in a scenario of a known bug what the unmodified agent does wrong in its steps. */
final class ExpectedWithout {
  private static final String BECAUSE = "the agent of Neutron 2025.1 does so without the bug, too";

  private ExpectedWithout() {}

  /** Returns {@code scenario} with what each step violates without the bug as expected. */
  static Scenario in(Scenario scenario) {
    Scenario noted = scenario;
    for (int i = 0; i < scenario.steps().size(); i++) {
      Outcome outcome = new ScenarioRunner(Invariants::all).run(noted);
      List<StepOutcome> outcomes = outcome.steps();
      StepOutcome last = outcomes.get(outcomes.size() - 1);
      if (last.violations().isEmpty() || last.number() == 0) {
        return noted;
      }
      noted = expecting(noted, last);
    }
    return noted;
  }

  private static Scenario expecting(Scenario scenario, StepOutcome failed) {
    Set<String> names = new LinkedHashSet<>();
    failed.violations().stream().map(Finding::invariant).forEach(names::add);
    List<Step> steps = new ArrayList<>(scenario.steps());
    Step step = steps.get(failed.number() - 1);
    List<ExpectedViolation> expected = new ArrayList<>(step.expectedViolations());
    names.forEach(name -> expected.add(new ExpectedViolation(name, BECAUSE)));
    steps.set(
        failed.number() - 1,
        new Step(step.place(), step.action(), step.refused(), expected, step.note()));
    return new Scenario(
        scenario.file(),
        scenario.title(),
        scenario.about(),
        scenario.withBug(),
        scenario.cloud(),
        steps);
  }
}
