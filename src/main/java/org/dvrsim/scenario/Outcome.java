package org.dvrsim.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dvrsim.cluster.NameBook;

/**
 * What became of a scenario.
 *
 * @param steps the steps that were played, the start of the agents first; the last one failed
 *     unless the verdict is {@link Verdict#PASSED}
 * @param names translates what the steps say into names that people use
 * @param reason why the scenario could not be played to its end, where that is not a step's fault
 */
public record Outcome(
    Scenario scenario,
    Verdict verdict,
    List<StepOutcome> steps,
    NameBook names,
    Optional<RuntimeException> reason) {
  /** How a scenario ended. */
  public enum Verdict {
    /** All steps went as they should. */
    PASSED,
    /** A step violated an invariant or an expectation. */
    FAILED,
    /** The scenario asks for something that is not modelled. */
    NOT_MODELLED,
    /** The scenario makes no sense, such as a name that nothing has. */
    UNUSABLE,
    /** The simulator itself failed. */
    BUG
  }

  /** Checks that all is given and copies the list. */
  public Outcome {
    Objects.requireNonNull(scenario);
    Objects.requireNonNull(verdict);
    steps = List.copyOf(steps);
    Objects.requireNonNull(names);
    Objects.requireNonNull(reason);
  }

  /** Returns the number of ops of all steps. */
  public int opCount() {
    return steps.stream().mapToInt(StepOutcome::opCount).sum();
  }

  /** Returns the step that failed, if one did. */
  public Optional<StepOutcome> failedStep() {
    return steps.isEmpty() || steps.get(steps.size() - 1).passed()
        ? Optional.empty()
        : Optional.of(steps.get(steps.size() - 1));
  }
}
