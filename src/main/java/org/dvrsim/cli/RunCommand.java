package org.dvrsim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.invariant.TrafficInvariant;
import org.dvrsim.invariant.TrafficInvariants;
import org.dvrsim.scenario.Outcome;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;
import org.dvrsim.scenario.ScenarioRunner;
import org.dvrsim.scenario.StepOutcome;
import org.dvrsim.view.JunitXml;
import org.dvrsim.view.RunJson;
import org.dvrsim.view.RunText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dvrsim run}: plays scenario files and checks every invariant after every step. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Plays scenario files and checks every invariant after every step.")
final class RunCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      description = "Scenario files, or folders with such files in them (default: scenarios).")
  private List<Path> paths = List.of(Path.of("scenarios"));

  @Option(names = "--steps", description = "Print every step with every op as a command line.")
  private boolean steps;

  @Option(
      names = "--exact",
      description = "Print names as they are on the hosts, not as people use them.")
  private boolean exact;

  @Option(names = "--report", paramLabel = "FILE.xml", description = "Write a JUnit XML report.")
  private Path report;

  @Option(names = "--json", paramLabel = "FILE", description = "Write a report for programs.")
  private Path json;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many scenarios to play at a time (default: one for each processor).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Mixin private BugOption bugs;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Bounds.atLeast(1, "--jobs", jobs);
    Stream.of(report, json).filter(Objects::nonNull).forEach(OutputFiles::checkFile);
    PrintWriter out = spec.commandLine().getOut();
    RunText text = new RunText(consequences(), exact);
    ScenarioFile reader = ScenarioFile.reader();
    List<Scenario> scenarios = new ArrayList<>();
    for (Path file : ScenarioPaths.of(paths)) {
      scenarios.add(reader.read(file));
    }
    ScenarioRunner runner = new ScenarioRunner(Invariants::all, bugs.parts());
    List<Outcome> outcomes = new ArrayList<>();
    try (Jobs<Outcome> playing = new Jobs<>(jobs)) {
      for (Scenario scenario : scenarios) {
        playing.add(() -> play(runner, scenario));
      }
      playing.forEachInOrder(
          outcome -> {
            outcomes.add(outcome);
            print(outcome, text, out);
          });
    }
    out.println(RunText.summary(outcomes));
    if (report != null) {
      OutputFiles.write(report, JunitXml.of(outcomes, text));
    }
    if (json != null) {
      OutputFiles.write(json, RunJson.of(outcomes));
    }
    return status(outcomes);
  }

  /** Plays a scenario, and again with the known bug that it shows, if it shows one. */
  private List<Outcome> play(ScenarioRunner runner, Scenario scenario) {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(runner.run(scenario));
    if (!bugs.areGiven()) {
      runner.runWithBug(scenario).ifPresent(outcomes::add);
    }
    return outcomes;
  }

  private void print(Outcome outcome, RunText text, PrintWriter out) {
    out.println(RunText.line(outcome));
    if (steps) {
      for (StepOutcome step : outcome.steps()) {
        if (step.passed()) {
          text.step(outcome, step).forEach(out::println);
        }
      }
    }
    text.details(outcome).forEach(out::println);
    if (outcome.verdict() == Outcome.Verdict.BUG) {
      out.println("  this is a bug of dvrsim, please report it:");
      outcome.reason().orElseThrow().printStackTrace(out);
    }
  }

  private static int status(List<Outcome> outcomes) {
    int status = ExitStatus.FINE;
    for (Outcome outcome : outcomes) {
      int own =
          switch (outcome.verdict()) {
            case PASSED -> ExitStatus.FINE;
            case FAILED -> ExitStatus.FAILED;
            case NOT_MODELLED, UNUSABLE -> ExitStatus.UNUSABLE;
            case BUG -> ExitStatus.BUG;
          };
      status = Math.max(status, own);
    }
    return status;
  }

  private static Map<String, String> consequences() {
    Map<String, String> sentences = new LinkedHashMap<>();
    for (Invariant invariant : Invariants.all()) {
      sentences.put(invariant.name(), invariant.consequence());
    }
    for (TrafficInvariant invariant : TrafficInvariants.all()) {
      sentences.put(invariant.name(), invariant.consequence());
    }
    return sentences;
  }
}
