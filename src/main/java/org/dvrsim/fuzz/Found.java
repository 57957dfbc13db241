package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dvrsim.cluster.Probes;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.AtStart;
import org.dvrsim.scenario.ProbeAction;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioRunner;
import org.dvrsim.scenario.Step;
import org.dvrsim.scenario.WithBug;

/**
 * A sequence that breaks an invariant.
 *
 * @param index its number in the campaign, from 0
 * @param draft the sequence as played, up to the failure
 * @param failure what went wrong
 */
public record Found(long index, Draft draft, Failure failure) {

  /**
   * Returns the smallest sequence that breaks the same invariant in at least one same way. It is
   * looked at as closely as it must be to see that: after the last step only if the failure showed
   * there. If the failure happens too where every host that is damaged in a known way is replaced,
   * a sequence is looked for in which it does.
   */
  public Found shrunk(Checks checks) {
    return shrunk(checks, candidate -> new Replay(candidate).replacingDamaged())
        .or(() -> shrunk(checks, Replay::new))
        .orElse(this);
  }

  /** Returns the smallest sequence that fails alike, played in a way and as it is, if one does. */
  private Optional<Found> shrunk(Checks checks, Function<Draft, Replay> way) {
    Function<Draft, Optional<Failure>> failing = candidate -> alike(way.apply(candidate), checks);
    if (failing.apply(draft).isEmpty()) {
      return Optional.empty();
    }
    Replay replay = new Replay(new Shrinker(failing).shrink(draft));
    return alike(replay, checks).map(now -> new Found(index, replay.performed(), now));
  }

  /** Plays a sequence; returns how it fails if that is what this one violates first. */
  private Optional<Failure> alike(Replay replay, Checks checks) {
    Set<String> wrong = checks.unknown(failure.violations().get(0));
    return (failure.atTheEnd() ? replay.play(checks) : replay.playSteps(checks))
        .filter(failed -> !Collections.disjoint(wrong, checks.unknown(failed.violations().get(0))));
  }

  /** Returns the kinds of steps, in order. */
  public String shape() {
    return Shape.of(draft);
  }

  /**
   * Returns the sequence as a scenario that {@code run} plays: it looks as closely as the campaign
   * did, and expects all that it finds.
   *
   * @param because why the invariants do not hold, for people
   */
  public Scenario toScenario(String title, String about, Checks checks, String because) {
    return new ScenarioRunner(Invariants::all, checks.agent())
        .expectingAll(scenario(title, about, Optional.empty()), because);
  }

  /**
   * Returns the sequence as a scenario that shows a known bug: agents without it go through it,
   * looked at as closely as the campaign did.
   */
  Scenario toScenario(String title, String about, WithBug bug) {
    return scenario(title, about, Optional.of(bug));
  }

  private Scenario scenario(String title, String about, Optional<WithBug> bug) {
    List<Action> actions = new ArrayList<>(draft.actions());
    if (failure.atTheEnd()) {
      actions.add(new ProbeAction(Probes.RESTART_AND_COMPARE));
    }
    List<Step> steps = actions.stream().map(Step::of).toList();
    return new Scenario(
        Optional.empty(), title, about, bug, draft.cloud(), AtStart.UNPROBED, steps);
  }
}
