package org.dvrsim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dvrsim.base.InputException;
import org.dvrsim.fuzz.Campaign;
import org.dvrsim.fuzz.Checks;
import org.dvrsim.fuzz.Distinct;
import org.dvrsim.fuzz.Found;
import org.dvrsim.fuzz.KnownFailures;
import org.dvrsim.fuzz.Profile;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.invariant.TrafficInvariants;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;
import org.dvrsim.scenario.ScenarioWriter;
import org.dvrsim.view.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code dvrsim fuzz}: random sequences, until one breaks an invariant.
 *
 * <p>What it prints to standard output depends on the options alone, unless they name a time; what
 * depends on the machine goes to standard error.
 */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description =
        "Plays random event sequences until one breaks an invariant, makes it small, and writes it"
            + " as a scenario.")
final class FuzzCommand implements Callable<Integer> {
  private static final long DEFAULT_COUNT = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The campaign (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--for", paramLabel = "TIME", description = "How long, as 60s or 5m.")
  private String time;

  @Option(
      names = "--count",
      paramLabel = "N",
      description =
          "How many sequences at least (default: 10000, without end if there is a --for).")
  private Long count;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many sequences to play at a time (default: ${DEFAULT-VALUE}).")
  private int jobs = 1;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "calm, restarts, faults, retries, workers, tampered, mixed or long"
              + " (default: ${DEFAULT-VALUE}).")
  private String profile = "mixed";

  @Option(
      names = "--keep-going",
      description = "Do not stop at the first failure: collect distinct ones.")
  private boolean keepGoing;

  @Option(
      names = "--tolerate",
      split = ",",
      paramLabel = "INVARIANT",
      description = "Invariants that are known not to hold.")
  private List<String> tolerated = List.of();

  @Option(
      names = "--known",
      paramLabel = "PATH",
      description =
          "Scenarios of known failures, files or folders; what they violate is not reported again.")
  private List<Path> known = List.of();

  @Option(names = "--coverage", description = "Say where the sequences have been.")
  private boolean showCoverage;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write scenarios (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("target", "fuzz");

  @Mixin private BugOption bugs;

  @Spec private CommandSpec spec;

  private Map<String, Set<String>> knownShapes = Map.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Bounds.atLeast(1, "--jobs", jobs);
    Bounds.atLeast(1, "--count", count == null ? DEFAULT_COUNT : count);
    long nanos = time == null ? Long.MAX_VALUE : TimeSpan.parse(time).toNanos();
    OutputFiles.checkFolder(folder);
    Checks checks = new Checks(bugs.parts(), Invariants.all(), tolerated());
    Campaign campaign = new Campaign(seed, profile(), checks, jobs);
    Distinct found = new Distinct(checks);
    FuzzProgress progress = new FuzzProgress(campaign, spec.commandLine().getErr());
    long start = System.nanoTime();
    long atLeast = count != null ? count : time == null ? DEFAULT_COUNT : Long.MAX_VALUE;
    campaign.run(
        () -> {
          boolean goesOn =
              (keepGoing || found.isEmpty())
                  && System.nanoTime() - start < nanos
                  && campaign.sequences() < atLeast;
          if (goesOn) {
            progress.show(found.kinds().size());
          }
          return goesOn;
        },
        one -> {
          if (keepGoing || found.isEmpty()) {
            found.add(one).ifPresent(kind -> report(kind, checks, out));
          }
        });
    progress.end();
    summary(campaign, found).forEach(out::println);
    AftermathText.lines(found.aftermaths(), knownShapes).forEach(out::println);
    if (showCoverage) {
      CoverageText.lines(campaign.coverage()).forEach(out::println);
    }
    return found.isEmpty() ? ExitStatus.FINE : ExitStatus.FAILED;
  }

  private List<String> summary(Campaign campaign, Distinct found) {
    List<String> lines = new ArrayList<>();
    String head = "seed " + seed + ", profile " + profile + ": ";
    if (time == null) {
      head +=
          Quantity.of(campaign.sequences(), "sequence")
              + ", "
              + Quantity.of(campaign.events(), "event")
              + ", ";
    }
    List<Distinct.Kind> kinds = found.kinds();
    if (found.isEmpty()) {
      lines.add(head + "nothing is violated");
    } else if (keepGoing) {
      lines.add(head + Quantity.of(kinds.size(), "kind") + " of failure");
      kinds.forEach(kind -> lines.add("  " + KindText.line(kind)));
    } else {
      lines.add(head + "stopped at the first failure; --keep-going collects the kinds there are");
    }
    if (!found.isEmpty() && known.isEmpty() && tolerated.isEmpty()) {
      lines.add(
          "--known scenarios leaves out what the known defects of Neutron 2025.1 lead to, in the"
              + " project's folder");
    }
    return lines;
  }

  private Set<String> tolerated() {
    Set<String> all = new LinkedHashSet<>(tolerated);
    for (String name : tolerated) {
      if (Invariants.find(name).isEmpty() && TrafficInvariants.find(name).isEmpty()) {
        throw InputException.of("there is no invariant " + name);
      }
    }
    ScenarioFile reader = ScenarioFile.reader();
    List<Scenario> failures = new ArrayList<>();
    ScenarioPaths.of(known).forEach(file -> failures.add(reader.read(file)));
    knownShapes = KnownFailures.of(failures, bugs.parts());
    all.addAll(knownShapes.keySet());
    return all;
  }

  private void report(Distinct.Kind kind, Checks checks, PrintWriter out) {
    Found small = kind.small();
    String invariant = small.failure().invariant();
    Path file = folder.resolve(invariant + "-" + seed + "-" + small.index() + ".yaml");
    List<String> replay = new ArrayList<>(List.of("fuzz", "--seed", Long.toString(seed)));
    replay.addAll(List.of("--profile", profile));
    String about =
        "Found by: dvrsim "
            + String.join(" ", replay)
            + bugs.again()
            + ", sequence "
            + small.index()
            + ".";
    OutputFiles.write(
        file,
        ScenarioWriter.write(
            small.toScenario(invariant + " is violated", about, checks, "found by a campaign")));
    out.printf("violated %s, first in sequence %d%n", invariant, small.index());
    FoundText.lines(small, checks).forEach(line -> out.println("  " + line));
    out.println("  again: dvrsim run" + bugs.again() + " " + file);
    out.println();
    out.flush();
  }

  private Profile profile() {
    try {
      return Profile.parse(profile);
    } catch (IllegalArgumentException e) {
      throw InputException.of(e.getMessage());
    }
  }
}
