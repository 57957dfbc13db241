package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.Outcome;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;
import org.dvrsim.scenario.ScenarioRunner;
import org.dvrsim.scenario.ScenarioWriter;

/** What campaigns write down says all that is to be seen when it is played. */
final class FoundProperties {
  private static final Checks ALL = Checks.of(Invariants.all());

  /** With these out of the way, sequences fail later and closer looks find more. */
  private static final Checks FEWER =
      ALL.tolerating(
          Set.of("stale-rule", "empty-table", "state-file-leak", "exception-escapes", "wrong-mtu"));

  private static final List<Profile> PROFILES =
      List.of(
          Profile.CALM,
          Profile.RESTARTS,
          Profile.FAULTS,
          Profile.WORKERS,
          Profile.TAMPERED,
          Profile.MIXED);

  @Property(tries = 24)
  void foundAndMadeSmall_writtenAsScenario_runsAsItExpectsAndShowsTheFailure(
      @ForAll @IntRange(max = 23) int number) {
    Checks checks = number % 2 == 0 ? ALL : FEWER;
    Sequence sequence = new Sequence(21, number, PROFILES.get(number % PROFILES.size()));
    Optional<Failure> failure = sequence.play(checks);
    failure.ifPresent(
        failed -> runs(new Found(number, sequence.draft(), failed).shrunk(checks), checks));
  }

  private static void runs(Found found, Checks checks) {
    Scenario scenario = found.toScenario("title", "about", checks, "a reason");
    String file = ScenarioWriter.write(scenario);
    Outcome outcome =
        new ScenarioRunner(Invariants::all).run(ScenarioFile.reader().read("file.yaml", file));
    assertEquals(Outcome.Verdict.PASSED, outcome.verdict(), file);
    Failure sought = found.failure();
    assertTrue(
        outcome.steps().stream()
            .flatMap(step -> step.expected().stream())
            .anyMatch(
                seen ->
                    seen.host().equals(sought.host())
                        && seen.violation().equals(sought.violations().get(0))),
        () -> "not shown: " + sought + "\n" + file);
  }
}
