package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.CloudSpec;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.Step;

/** What exists and what is done then: a sequence before it is a scenario with a title. */
public record Draft(CloudSpec cloud, List<Action> actions) {
  /** Copies the list. */
  public Draft {
    actions = List.copyOf(actions);
  }

  /** Returns the sequence as a scenario. */
  public Scenario toScenario(String title, String about) {
    List<Step> steps = new ArrayList<>();
    actions.forEach(action -> steps.add(Step.of(action)));
    return new Scenario(Optional.empty(), title, about, cloud, steps);
  }
}
