package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dvrsim.cluster.Probes;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.ExpectedViolation;
import org.dvrsim.scenario.ProbeAction;
import org.dvrsim.scenario.Scenario;
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
   * Returns the sequence as a scenario that {@code run} plays: after the last step it looks as
   * closely as the campaign did, and expects what was found.
   *
   * @param because why the invariant does not hold, for people
   */
  public Scenario toScenario(String title, String about, String because) {
    List<Step> steps = steps();
    Step last = steps.remove(steps.size() - 1);
    List<ExpectedViolation> expected =
        failure.violations().stream()
            .map(violation -> violation.invariant())
            .distinct()
            .map(name -> new ExpectedViolation(name, because))
            .toList();
    steps.add(new Step(last.place(), last.action(), last.refused(), expected, last.note()));
    return new Scenario(Optional.empty(), title, about, draft.cloud(), steps);
  }

  /**
   * Returns the sequence as a scenario that shows a known bug: agents without it go through it,
   * looked at as closely as the campaign did.
   */
  Scenario toScenario(String title, String about, WithBug bug) {
    return new Scenario(Optional.empty(), title, about, Optional.of(bug), draft.cloud(), steps());
  }

  private List<Step> steps() {
    List<Action> actions = new ArrayList<>();
    actions.add(new ProbeAction(Probes.NONE));
    actions.addAll(draft.actions());
    if (failure.atTheEnd()) {
      actions.add(new ProbeAction(Probes.RESTART_AND_COMPARE));
    }
    List<Step> steps = new ArrayList<>();
    actions.forEach(action -> steps.add(Step.of(action)));
    return steps;
  }
}
