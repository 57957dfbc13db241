package org.dvrsim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dvrsim.base.InputException;
import org.dvrsim.fuzz.Campaign;
import org.dvrsim.fuzz.Checks;
import org.dvrsim.fuzz.Found;
import org.dvrsim.fuzz.Profile;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.ScenarioWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dvrsim fuzz}: random sequences, until one breaks an invariant. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description =
        "Plays random event sequences until one breaks an invariant, makes it small, and writes it"
            + " as a scenario.")
final class FuzzCommand implements Callable<Integer> {
  private static final Pattern SPAN = Pattern.compile("([0-9]+)(s|m|h)?");

  @Option(names = "--seed", description = "The campaign (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--for", paramLabel = "TIME", description = "How long, as 60s or 5m.")
  private String time;

  @Option(names = "--count", paramLabel = "N", description = "How many sequences at least.")
  private Long count;

  @Option(names = "--jobs", paramLabel = "N", description = "How many workers.")
  private int jobs = 1;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "calm, restarts or faults (default: ${DEFAULT-VALUE}).")
  private String profile = "calm";

  @Option(names = "--keep-going", description = "Collect distinct failures.")
  private boolean keepGoing;

  @Option(
      names = "--tolerate",
      split = ",",
      paramLabel = "INVARIANT",
      description = "Invariants that are known not to hold.")
  private List<String> tolerated = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write scenarios (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("target", "fuzz");

  @Mixin private BugOption bugs;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (String name : tolerated) {
      if (Invariants.find(name).isEmpty()) {
        throw InputException.of("there is no invariant " + name);
      }
    }
    Checks checks = new Checks(bugs.parts(), Invariants.all(), Set.copyOf(tolerated));
    Campaign campaign = new Campaign(seed, profile(), checks, jobs);
    Map<String, List<Found>> found = new LinkedHashMap<>();
    long start = System.nanoTime();
    long end = time == null ? Long.MAX_VALUE : start + span(time).toNanos();
    long atLeast = count != null ? count : time == null ? 10_000 : Long.MAX_VALUE;
    campaign.run(
        () ->
            (keepGoing || found.isEmpty())
                && System.nanoTime() < end
                && campaign.sequences() < atLeast,
        one -> {
          if (keepGoing || found.isEmpty()) {
            found.computeIfAbsent(one.failure().invariant(), name -> new ArrayList<>()).add(one);
          }
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "seed %d, profile %s: %d sequences, %d events in %.1f s (%.0f sequences/s, %.0f"
            + " events/s)%n",
        seed,
        profile,
        campaign.sequences(),
        campaign.events(),
        seconds,
        campaign.sequences() / seconds,
        campaign.events() / seconds);
    found.forEach((invariant, all) -> report(invariant, all, checks, out));
    return found.isEmpty() ? ExitStatus.FINE : ExitStatus.FAILED;
  }

  private void report(String invariant, List<Found> all, Checks checks, PrintWriter out) {
    Found first = all.get(0);
    Found small = first.shrunk(checks);
    Path file = folder.resolve(invariant + "-" + seed + "-" + first.index() + ".yaml");
    String about =
        "Found by: dvrsim fuzz --seed "
            + seed
            + " --profile "
            + profile
            + ", sequence "
            + first.index()
            + ".";
    write(
        file,
        ScenarioWriter.write(
            small.toScenario(invariant + " is violated", about, "found by a campaign")));
    out.printf(
        "%nviolated %s, in %d sequences; the first is number %d%n",
        invariant, all.size(), first.index());
    out.println("  " + small.failure().violations().get(0));
    out.println("  " + Invariants.find(invariant).orElseThrow().consequence());
    small.draft().actions().forEach(action -> out.println("    - " + action.describe()));
    out.println("  again: dvrsim run " + file);
    out.flush();
  }

  private Profile profile() {
    try {
      return Profile.parse(profile);
    } catch (IllegalArgumentException e) {
      throw InputException.of(e.getMessage());
    }
  }

  private static Duration span(String text) {
    Matcher matcher = SPAN.matcher(text);
    if (!matcher.matches()) {
      throw InputException.of("no time: " + text + "; write 60s, 5m or 1h");
    }
    long number = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2) == null ? "s" : matcher.group(2);
    return switch (unit) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofSeconds(number);
    };
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw InputException.io(file.toString(), e);
    }
  }
}
