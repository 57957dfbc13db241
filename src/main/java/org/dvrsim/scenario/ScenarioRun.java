package org.dvrsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.base.InputException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.UnknownNameException;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.TrafficInvariant;
import org.dvrsim.invariant.TrafficInvariants;
import org.dvrsim.invariant.TrafficView;
import org.dvrsim.invariant.Violation;

/** One play of one scenario. */
final class ScenarioRun {
  /** Stands for the host where something is wrong between hosts. */
  private static final String NETWORK = "the network";

  private final Scenario scenario;
  private final List<Invariant> invariants;
  private final Optional<String> toBeViolated;
  private final Cluster cluster;
  private final TrafficView traffic;
  private final List<HostWatch> watches = new ArrayList<>();
  private final List<StepOutcome> outcomes = new ArrayList<>();
  private final Set<String> tolerated = new LinkedHashSet<>();

  /** What is wrong after the last step, by invariant. */
  private final Map<String, Set<Finding>> found = new LinkedHashMap<>();

  /**
   * Prepares a play with agents that consist of {@code parts}.
   *
   * @param toBeViolated the name of the invariant that a step must violate, which ends the play;
   *     empty if all is to go well
   */
  ScenarioRun(
      Scenario scenario,
      List<Invariant> invariants,
      AgentParts parts,
      Optional<String> toBeViolated) {
    this.scenario = scenario;
    this.invariants = invariants;
    this.cluster = new Cluster(parts);
    this.traffic = new TrafficView(cluster);
    this.toBeViolated = toBeViolated;
  }

  Outcome play(Consumer<StepOutcome> watcher) {
    try {
      if (goesOn(start(), watcher)) {
        int number = 0;
        for (Step step : scenario.steps()) {
          if (!goesOn(play(++number, step), watcher)) {
            break;
          }
        }
      }
    } catch (NotModelledException e) {
      return outcome(Outcome.Verdict.NOT_MODELLED, Optional.of(e));
    } catch (InputException e) {
      return outcome(Outcome.Verdict.UNUSABLE, Optional.of(e));
    } catch (RuntimeException e) {
      return outcome(Outcome.Verdict.BUG, Optional.of(e));
    }
    StepOutcome last = outcomes.get(outcomes.size() - 1);
    boolean shown = toBeViolated.isEmpty() || isWhatWasToBe(last.expected());
    if (last.passed() && !shown) {
      last = outcomes.remove(outcomes.size() - 1).failing(notViolated());
      outcomes.add(last);
    }
    return outcome(
        last.passed() ? Outcome.Verdict.PASSED : Outcome.Verdict.FAILED, Optional.empty());
  }

  private String notViolated() {
    return "no step violates " + toBeViolated.orElseThrow();
  }

  private Outcome outcome(Outcome.Verdict verdict, Optional<RuntimeException> reason) {
    return new Outcome(scenario, verdict, outcomes, cluster.names(), reason);
  }

  private boolean goesOn(StepOutcome outcome, Consumer<StepOutcome> watcher) {
    outcomes.add(outcome);
    watcher.accept(outcome);
    return outcome.passed() && !isWhatWasToBe(outcome.expected());
  }

  private boolean isWhatWasToBe(List<Finding> findings) {
    return toBeViolated
        .filter(name -> findings.stream().anyMatch(found -> found.invariant().equals(name)))
        .isPresent();
  }

  private StepOutcome start() {
    try {
      CloudBuilder.build(scenario.cloud(), cluster);
    } catch (ApiRefusedException e) {
      throw InputException.in(scenario.file().orElse(scenario.title()), e.getMessage());
    }
    cluster.setProbes(scenario.atStart().probes());
    for (ComputeHost host : cluster.hosts()) {
      watches.add(new HostWatch(host, cluster, invariants, v -> counts(host.name(), v)));
      host.startAgent();
    }
    cluster.deliver();
    return outcomeOf(
        0,
        "the agents start",
        Optional.empty(),
        scenario.atStart().expectedViolations(),
        Optional.empty());
  }

  private StepOutcome play(int number, Step step) {
    Optional<String> problem = perform(step);
    if (step.action() instanceof Expectation && step.expectedViolations().isEmpty()) {
      // Looking changes nothing: what holds was checked after the step before.
      return new StepOutcome(
          number, step.action().describe(), step.place(), List.of(), List.of(), List.of(), problem);
    }
    cluster.deliver();
    return outcomeOf(
        number, step.action().describe(), step.place(), step.expectedViolations(), problem);
  }

  private Optional<String> perform(Step step) {
    try {
      step.action().perform(cluster);
      return step.refused().map(text -> "the API was to refuse this: " + text);
    } catch (UnknownNameException e) {
      if (step.refused().filter(text -> e.getMessage().contains(text)).isPresent()) {
        return Optional.empty();
      }
      throw step.place()
          .map(place -> place.refuse(e.getMessage()))
          .orElseGet(() -> InputException.of(e.getMessage()));
    } catch (ApiRefusedException e) {
      boolean expected = step.refused().filter(text -> e.getMessage().contains(text)).isPresent();
      return expected ? Optional.empty() : Optional.of("the API refuses: " + e.getMessage());
    } catch (ExpectationFailedException e) {
      return Optional.of(e.getMessage());
    } catch (InputException e) {
      throw step.place().map(place -> place.refuse(e.getMessage())).orElse(e);
    }
  }

  private StepOutcome outcomeOf(
      int number,
      String what,
      Optional<Place> place,
      List<ExpectedViolation> expectedNow,
      Optional<String> problem) {
    expectedNow.forEach(violation -> tolerated.add(violation.invariant()));
    List<HostOps> hostOps = new ArrayList<>();
    found.clear();
    for (HostWatch watch : watches) {
      HostOps ops = watch.endOfStep();
      if (!ops.ops().isEmpty()) {
        hostOps.add(ops);
      }
    }
    if (found.isEmpty() && cluster.hosts().stream().allMatch(ComputeHost::isSettled)) {
      traffic.update();
      for (TrafficInvariant invariant : TrafficInvariants.all()) {
        invariant.check(traffic).forEach(violation -> counts(NETWORK, violation));
      }
    }
    List<Finding> unexpected = new ArrayList<>();
    List<Finding> expected = new ArrayList<>();
    found.forEach(
        (invariant, findings) ->
            (tolerated.contains(invariant) ? expected : unexpected).addAll(findings));
    if (isWhatWasToBe(unexpected)) {
      expected.addAll(unexpected);
      unexpected.clear();
    }
    Optional<String> missing =
        toBeViolated.isPresent() ? Optional.empty() : missing(expectedNow, found.keySet());
    tolerated.retainAll(found.keySet());
    return new StepOutcome(
        number, what, place, hostOps, unexpected, expected, problem.or(() -> missing));
  }

  /** Takes note of what is wrong; tells whether the host need not be looked at more closely. */
  private boolean counts(String host, Violation violation) {
    found
        .computeIfAbsent(violation.invariant(), name -> new LinkedHashSet<>())
        .add(new Finding(host, violation));
    return !tolerated.contains(violation.invariant());
  }

  private Optional<String> missing(List<ExpectedViolation> expectedNow, Set<String> found) {
    for (ExpectedViolation expected : expectedNow) {
      String name = expected.invariant();
      if (invariants.stream().noneMatch(invariant -> invariant.name().equals(name))
          && TrafficInvariants.all().stream().noneMatch(i -> i.name().equals(name))) {
        return Optional.of("there is no invariant " + name);
      }
      if (!found.contains(name)) {
        return Optional.of(
            "this was to violate " + name + " (" + expected.because() + "), but does not");
      }
    }
    return Optional.empty();
  }
}
