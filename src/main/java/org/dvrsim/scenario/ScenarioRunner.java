package org.dvrsim.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.agent.KnownBugs;
import org.dvrsim.invariant.Invariant;

/**
 * Plays scenarios step by step: after each, what the server has to say is delivered to the agents
 * and the invariants are checked on every host.
 *
 * <p>Where a host is settled, the agent is then sent once more what it knows, and asked to
 * synchronise fully; the invariants are checked after that too, and neither may change anything.
 *
 * <p>A violation that a step expects must be there after it; it is tolerated in later steps too,
 * until a step after which it is gone. What is expected or tolerated does not keep the host from
 * being looked at as closely as otherwise.
 */
public final class ScenarioRunner {
  private final Supplier<List<Invariant>> invariants;
  private final AgentParts parts;

  /** Builds a runner that checks what {@code invariants} gives it anew for each scenario. */
  public ScenarioRunner(Supplier<List<Invariant>> invariants) {
    this(invariants, AgentParts.ofNeutron2025());
  }

  /** As {@link #ScenarioRunner(Supplier)}, with agents that consist of {@code parts}. */
  public ScenarioRunner(Supplier<List<Invariant>> invariants, AgentParts parts) {
    this.invariants = invariants;
    this.parts = parts;
  }

  /** Plays {@code scenario} to its end, or to the first step that fails. */
  public Outcome run(Scenario scenario) {
    return run(scenario, step -> {});
  }

  /** As {@link #run(Scenario)}, telling {@code watcher} of every step as soon as it is over. */
  public Outcome run(Scenario scenario, Consumer<StepOutcome> watcher) {
    return new ScenarioRun(scenario, invariants.get(), parts, Optional.empty()).play(watcher);
  }

  /**
   * Returns {@code scenario} with steps that expect all they violate: what one violates besides
   * what it expects already is added, for the reason {@code because}.
   */
  public Scenario expectingAll(Scenario scenario, String because) {
    Scenario completed = scenario;
    Optional<StepOutcome> failed = run(completed).failedStep();
    while (failed.isPresent() && !failed.get().violations().isEmpty()) {
      List<ExpectedViolation> more =
          failed.get().violations().stream()
              .map(Finding::invariant)
              .distinct()
              .map(name -> new ExpectedViolation(name, because))
              .toList();
      completed = completed.expecting(failed.get().number(), more);
      failed = run(completed).failedStep();
    }
    return completed;
  }

  /**
   * Plays a scenario that shows a known bug with agents that have it: it passes if a step violates
   * what it is to violate, and ends there.
   *
   * @return empty if {@code scenario} shows no known bug
   */
  public Optional<Outcome> runWithBug(Scenario scenario) {
    return scenario.withBug().map(bug -> runWithBug(scenario, bug));
  }

  private Outcome runWithBug(Scenario scenario, WithBug bug) {
    Scenario titled = scenario.titled(scenario.title() + ", with " + bug.id());
    AgentParts withBug = KnownBugs.parts(List.of(bug.id()));
    return new ScenarioRun(titled, invariants.get(), withBug, Optional.of(bug.violates()))
        .play(step -> {});
  }
}
