package org.dvrsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.ops.OpCommandLine;
import org.dvrsim.view.RunText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that come with the project. */
class ScenariosTest {
  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  void files_atLeastTen() throws IOException {
    assertTrue(files().size() >= 10, files().toString());
  }

  @ParameterizedTest
  @MethodSource("files")
  void run_everyScenario_passes(Path file) {
    Outcome outcome = new ScenarioRunner(Invariants::all).run(ScenarioFile.reader().read(file));
    assertEquals(
        Outcome.Verdict.PASSED,
        outcome.verdict(),
        () -> String.join("\n", new RunText(Map.of(), false).details(outcome)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void runWithBug_scenarioOfKnownBug_violatesWhatItSays(Path file) {
    Optional<Outcome> outcome =
        new ScenarioRunner(Invariants::all).runWithBug(ScenarioFile.reader().read(file));
    assertTrue(
        outcome.isEmpty() || outcome.get().verdict() == Outcome.Verdict.PASSED,
        () -> String.join("\n", new RunText(Map.of(), false).details(outcome.get())));
  }

  @ParameterizedTest
  @MethodSource("files")
  void run_writtenAndReadBack_doesTheSame(Path file) {
    ScenarioFile reader = ScenarioFile.reader();
    Scenario scenario = reader.read(file);
    Scenario again = reader.read("again", ScenarioWriter.write(scenario));
    ScenarioRunner runner = new ScenarioRunner(Invariants::all);
    assertEquals(ops(runner.run(scenario)), ops(runner.run(again)));
  }

  private static List<String> ops(Outcome outcome) {
    return outcome.steps().stream()
        .flatMap(step -> step.hostOps().stream())
        .flatMap(
            host -> host.ops().stream().map(op -> host.host() + " " + OpCommandLine.of(op.op())))
        .toList();
  }
}
