package org.dvrsim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.base.InputException;
import org.dvrsim.fuzz.Alphabet;
import org.dvrsim.fuzz.Checks;
import org.dvrsim.fuzz.Crew;
import org.dvrsim.fuzz.Distinct;
import org.dvrsim.fuzz.Exploration;
import org.dvrsim.fuzz.Explorer;
import org.dvrsim.fuzz.Found;
import org.dvrsim.fuzz.KnownFailures;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.ops.Switching;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.CloudSpec;
import org.dvrsim.scenario.Expectation;
import org.dvrsim.scenario.ProbeAction;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;
import org.dvrsim.scenario.ScenarioWriter;
import org.dvrsim.scenario.Step;
import org.dvrsim.view.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dvrsim explore}: everything within bounds, and what the bounds are. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    description = {
      "Plays every sequence up to a length, every crash and fault point of an event, every"
          + " interleaving of two events, and says what that covers.",
      "With a scenario, its last step is the event and its last two are interleaved after the"
          + " steps before; without, a small cloud and each of its steps are taken."
    })
final class ExploreCommand implements Callable<Integer> {
  /** What can be explored. */
  enum What {
    SEQUENCES,
    CRASHES,
    FAULTS,
    INTERLEAVINGS
  }

  @Parameters(arity = "0..1", paramLabel = "SCENARIO", description = "Where to begin.")
  private Path file;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "WHAT",
      description = "sequences, crashes, faults, interleavings (default: all).")
  private List<What> only = List.of(What.values());

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "How long sequences are at most (default: ${DEFAULT-VALUE}).")
  private int depth = 3;

  @Option(
      names = "--switches",
      paramLabel = "N",
      description = "How often workers interrupt each other at most (default: ${DEFAULT-VALUE}).")
  private int switches = 1;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many workers an agent has (default: ${DEFAULT-VALUE}).")
  private int workers = 2;

  @Option(
      names = "--switching",
      paramLabel = "HOW",
      description = "greenlets or threads (default: greenlets).")
  private String switching = "greenlets";

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "The small cloud's agent: dvr, dvr_snat (if left out) or dvr_no_external.")
  private String mode;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "How many sequences each part plays at most (default: ${DEFAULT-VALUE}).")
  private long max = 20_000;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many plays go on at a time (default: ${DEFAULT-VALUE}).")
  private int jobs = 1;

  @Option(
      names = "--known",
      paramLabel = "PATH",
      description =
          "Scenarios of known failures, files or folders; what they violate is not reported again.")
  private List<Path> known = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write scenarios (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("target", "explore");

  @Mixin private BugOption bugs;

  @Spec private CommandSpec spec;

  private Crew crew;
  private Map<String, Set<String>> knownShapes = Map.of();
  private final Map<String, Long> leftOut = new LinkedHashMap<>();
  private int reported;

  @Override
  public Integer call() {
    checkOptions();
    Set<String> shapes = new LinkedHashSet<>();
    ScenarioFile reader = ScenarioFile.reader();
    List<Scenario> failures = new ArrayList<>();
    ScenarioPaths.of(known).forEach(path -> failures.add(reader.read(path)));
    knownShapes = KnownFailures.of(failures, bugs.parts());
    shapes.addAll(knownShapes.keySet());
    Checks checks = new Checks(bugs.parts(), Invariants.all(), shapes);
    try (Crew team = new Crew(jobs)) {
      crew = team;
      if (file == null) {
        exploreSmallCloud(checks);
      } else {
        explore(reader.read(file), checks);
      }
    }
    leftOut.forEach(
        (reason, times) ->
            spec.commandLine()
                .getOut()
                .println("left out, " + Quantity.of(times, "time") + ": " + reason));
    return reported == 0 ? ExitStatus.FINE : ExitStatus.FAILED;
  }

  private void checkOptions() {
    Bounds.atLeast(1, "--depth", depth);
    Bounds.atLeast(0, "--switches", switches);
    Bounds.atLeast(1, "--workers", workers);
    Bounds.atLeast(1, "--max", max);
    Bounds.atLeast(1, "--jobs", jobs);
    parsedMode();
    parsedSwitching();
    if (file != null && mode != null) {
      throw InputException.of("--mode is for the small cloud; " + file + " has its own hosts");
    }
    OutputFiles.checkFolder(folder);
  }

  private void exploreSmallCloud(Checks checks) {
    CloudSpec cloud = Alphabet.smallCloud(parsedMode());
    List<Action> alphabet = Alphabet.of(cloud);
    Explorer explorer = new Explorer(cloud, List.of(), checks, max, crew);
    if (only.contains(What.SEQUENCES)) {
      report(explorer.sequences(depth, alphabet), checks);
    }
    for (Action event : alphabet) {
      explore(explorer, event, checks);
    }
    if (only.contains(What.INTERLEAVINGS)) {
      for (Action first : alphabet) {
        for (Action second : alphabet) {
          interleave(explorer, cloud, first, second, checks);
        }
      }
    }
  }

  private void explore(Scenario scenario, Checks checks) {
    List<Action> actions = new ArrayList<>();
    for (Step step : scenario.steps()) {
      boolean looks = step.action() instanceof Expectation || step.action() instanceof ProbeAction;
      if (!looks && step.refused().isEmpty()) {
        actions.add(step.action());
      }
    }
    if (actions.isEmpty()) {
      throw InputException.in(file.toString(), "there is no step to explore");
    }
    CloudSpec cloud = scenario.cloud();
    int last = actions.size() - 1;
    if (only.contains(What.SEQUENCES)) {
      Explorer explorer = new Explorer(cloud, actions, checks, max, crew);
      report(explorer.sequences(depth, Alphabet.of(cloud)), checks);
    }
    explore(
        new Explorer(cloud, actions.subList(0, last), checks, max, crew),
        actions.get(last),
        checks);
    if (only.contains(What.INTERLEAVINGS) && last > 0) {
      Explorer explorer = new Explorer(cloud, actions.subList(0, last - 1), checks, max, crew);
      interleave(explorer, cloud, actions.get(last - 1), actions.get(last), checks);
    }
  }

  private void explore(Explorer explorer, Action event, Checks checks) {
    if (only.contains(What.CRASHES)) {
      report(() -> explorer.crashPoints(event), checks);
    }
    if (only.contains(What.FAULTS)) {
      report(() -> explorer.faultPoints(event), checks);
    }
  }

  private void interleave(
      Explorer explorer, CloudSpec cloud, Action first, Action second, Checks checks) {
    for (String host : cloud.hosts().keySet()) {
      List<Action> both = List.of(first, second);
      report(
          () -> explorer.interleavings(host, both, workers, switches, parsedSwitching()), checks);
    }
  }

  /** Explores and reports, if that can be explored. */
  private void report(Supplier<Exploration> exploring, Checks checks) {
    Exploration exploration;
    try {
      exploration = exploring.get();
    } catch (InputException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      if (file != null) {
        throw InputException.of(reason);
      }
      leftOut.merge(reason, 1L, Long::sum);
      return;
    }
    report(exploration, checks);
  }

  private void report(Exploration exploration, Checks checks) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %d covered; %s; %d others were probed; %d ended in a state seen before%n",
        exploration.what(),
        exploration.covered(),
        exploration.failed() == 0
            ? "none of them failed"
            : exploration.failed()
                + " of them failed, in "
                + Quantity.of(exploration.found().size(), "new way"),
        exploration.covered() - exploration.failed() - exploration.seenBefore(),
        exploration.seenBefore());
    if (!exploration.goneOnFrom().isEmpty()) {
      out.println("  gone on from, after each length: " + exploration.goneOnFrom() + " states");
    }
    if (exploration.refused() > 0) {
      out.println("  refused by the API, and so not there to be covered: " + exploration.refused());
    }
    exploration.tried().forEach(tried -> out.println("  tried: " + tried));
    exploration.bounds().forEach(bound -> out.println("  not covered: " + bound));
    for (Distinct.Kind kind : exploration.found()) {
      Found small = kind.small();
      String invariant = small.failure().invariant();
      Path path = folder.resolve(++reported + "-" + invariant + ".yaml");
      String about = "Found by: dvrsim explore, in " + exploration.what() + ".";
      OutputFiles.write(
          path,
          ScenarioWriter.write(
              small.toScenario(
                  invariant + " is violated", about, checks, "found by an exploration")));
      out.printf("  violated %s, %s%n", invariant, Quantity.of(kind.count(), "time"));
      FoundText.lines(small, checks).forEach(line -> out.println("    " + line));
      out.println("    again: dvrsim run" + bugs.again() + " " + path);
    }
    AftermathText.lines(exploration.aftermaths(), knownShapes).forEach(out::println);
    out.flush();
  }

  private Switching parsedSwitching() {
    try {
      return Switching.parse(switching);
    } catch (IllegalArgumentException e) {
      throw InputException.of("--switching: " + e.getMessage());
    }
  }

  private AgentMode parsedMode() {
    if (mode == null) {
      return AgentMode.DVR_SNAT;
    }
    for (AgentMode each : AgentMode.values()) {
      if (each.toString().equalsIgnoreCase(mode)) {
        return each;
      }
    }
    throw InputException.of("--mode: expected dvr, dvr_snat or dvr_no_external, found " + mode);
  }
}
