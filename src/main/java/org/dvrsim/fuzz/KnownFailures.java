package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.Expectation;
import org.dvrsim.scenario.ProbeAction;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.Step;
import org.dvrsim.scenario.WorkersAction;

/**
 * What scenarios of known failures violate, looked at as closely as a campaign looks.
 *
 * <p>A campaign may end where a scenario goes on, and probes the hosts then. So each beginning of a
 * scenario is played too, and its hosts probed: whatever is wrong then is that failure's doing. So
 * it is before the first step that is to fail: the probes restart agents, as that step may.
 */
public final class KnownFailures {
  private final AgentParts agent;
  private final Map<String, Set<String>> shapes = new LinkedHashMap<>();

  private KnownFailures(AgentParts agent) {
    this.agent = agent;
  }

  /**
   * Returns the {@linkplain Shape shapes} of what goes wrong in those scenarios that expect
   * something to, and the races of the steps in which it does; with each, the files of the
   * scenarios in which it does.
   *
   * @param agent of what the agents consist
   */
  public static Map<String, Set<String>> of(List<Scenario> scenarios, AgentParts agent) {
    KnownFailures known = new KnownFailures(agent);
    for (Scenario scenario : scenarios) {
      known.add(scenario);
    }
    return known.shapes;
  }

  private void add(Scenario scenario) {
    List<Step> steps = scenario.steps();
    boolean fails = !scenario.atStart().expectedViolations().isEmpty();
    for (int played = 0; played <= steps.size(); played++) {
      if (played > 0) {
        fails |= !steps.get(played - 1).expectedViolations().isEmpty();
        fails |= played < steps.size() && !steps.get(played).expectedViolations().isEmpty();
      }
      if (fails) {
        String file = scenario.file().orElse(scenario.title());
        Play play = play(new Draft(scenario.cloud(), actions(steps.subList(0, played))), file);
        if (played > 0
            && !steps.get(played - 1).expectedViolations().isEmpty()
            && steps.get(played - 1).action() instanceof WorkersAction workers) {
          Races.of(play.cluster().host(workers.host()).lastTeam()).stream()
              .filter(race -> !race.equals(Races.UNNAMED))
              .forEach(race -> add(race, file));
        }
      }
    }
  }

  /** Returns what is done in {@code steps}. */
  static List<Action> actions(List<Step> steps) {
    List<Action> actions = new ArrayList<>();
    for (Step step : steps) {
      if (!(step.action() instanceof Expectation) && !(step.action() instanceof ProbeAction)) {
        actions.add(step.action());
      }
    }
    return actions;
  }

  private void add(String shape, String scenario) {
    shapes.computeIfAbsent(shape, s -> new LinkedHashSet<>()).add(scenario);
  }

  private Play play(Draft draft, String scenario) {
    Play play =
        new Play(
            draft.cloud(),
            new Checks(agent, Invariants.all(), Set.of()),
            (host, violation) -> {
              for (String shape : Shape.of(violation)) {
                add(shape, scenario);
              }
              return false;
            });
    play.start();
    for (Action action : draft.actions()) {
      try {
        play.perform(action);
      } catch (ApiRefusedException e) {
        // The scenario says so.
      }
    }
    play.finish();
    return play;
  }
}
