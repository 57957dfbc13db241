package org.dvrsim.scenario;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dvrsim.invariant.Invariant;

/**
 * Plays scenarios step by step: after each, what the server has to say is delivered to the agents
 * and the invariants are checked on every host.
 *
 * <p>Where a host is settled, the agent is then sent once more what it knows, and asked to
 * synchronise fully; the invariants are checked after that too, and neither may change anything.
 *
 * <p>A violation that a step expects must be there after it; it is tolerated in later steps too,
 * until a step after which it is gone.
 */
public final class ScenarioRunner {
  private final Supplier<List<Invariant>> invariants;

  /** Builds a runner that checks what {@code invariants} gives it anew for each scenario. */
  public ScenarioRunner(Supplier<List<Invariant>> invariants) {
    this.invariants = invariants;
  }

  /** Plays {@code scenario} to its end, or to the first step that fails. */
  public Outcome run(Scenario scenario) {
    return run(scenario, step -> {});
  }

  /** As {@link #run(Scenario)}, telling {@code watcher} of every step as soon as it is over. */
  public Outcome run(Scenario scenario, Consumer<StepOutcome> watcher) {
    return new ScenarioRun(scenario, invariants.get()).play(watcher);
  }
}
