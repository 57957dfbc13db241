package org.dvrsim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dvrsim.agent.KnownBugs;
import org.dvrsim.base.InputException;
import org.dvrsim.fuzz.BugCatalogue;
import org.dvrsim.fuzz.BugCheck;
import org.dvrsim.fuzz.BugEntry;
import org.dvrsim.scenario.ScenarioWriter;
import org.dvrsim.view.TextBlock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dvrsim bugs}: the known defects of Neutron, and whether fuzzing finds them. */
@Command(
    name = "bugs",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the known defects of Neutron's DVR code, of which most can be switched on with --bug.",
      "With an id, tells about that one; with --check, fuzzes agents that have it."
    })
final class BugsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "Bugs (default: all).")
  private List<String> ids = List.of();

  @Option(names = "--check", description = "Fuzz each with the invariants, until it is found.")
  private boolean check;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many bugs to look for at a time (default: ${DEFAULT-VALUE}).")
  private int jobs = 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The campaigns' seed (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many sequences to play for each at most (default: ${DEFAULT-VALUE}).")
  private long count = 5000;

  @Option(names = "--json", description = "Print the check's results for programs.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write what was found as scenarios that show each bug.")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    BugCatalogue catalogue = BugCatalogue.read();
    ids.forEach(id -> BugOption.checkKnown(id, catalogue));
    Bounds.atLeast(1, "--jobs", jobs);
    Bounds.atLeast(1, "--count", count);
    if (folder != null) {
      OutputFiles.checkFolder(folder);
    }
    if (check) {
      return check(out);
    }
    if (json || folder != null) {
      throw InputException.of((json ? "--json" : "--out") + " says what becomes of --check");
    }
    Set<String> switches = KnownBugs.ids();
    if (ids.isEmpty()) {
      for (BugEntry entry : catalogue.entries()) {
        out.println(line(entry, switches.contains(entry.id())));
      }
      out.printf("%d bugs, %d with a switch%n", catalogue.entries().size(), switches.size());
    }
    for (String id : ids) {
      describe(catalogue.find(id).orElseThrow(), switches.contains(id), out);
    }
    return ExitStatus.FINE;
  }

  private static String line(BugEntry entry, boolean hasSwitch) {
    return (hasSwitch ? "--bug " : "      ") + entry.id() + ": " + entry.title();
  }

  private static void describe(BugEntry entry, boolean hasSwitch, PrintWriter out) {
    out.println(line(entry, hasSwitch));
    out.println("  repaired: " + entry.fixed() + entry.release().map(r -> ", in " + r).orElse(""));
    out.println("  where: " + entry.where());
    paragraph("before", entry.before(), out);
    paragraph("since", entry.after(), out);
    paragraph("symptom", entry.symptom(), out);
    entry.notModelled().ifPresent(why -> paragraph("not modelled", why, out));
    entry.today().ifPresent(words -> paragraph("in 26.0.3", words, out));
    if (!entry.shownBy().isEmpty()) {
      String scenarios = String.join(", ", entry.shownBy());
      paragraph("shown without a switch by", scenarios, out);
    }
  }

  private static void paragraph(String head, String text, PrintWriter out) {
    out.println("  " + head + ":");
    TextBlock.wrap(text, 92).forEach(line -> out.println("    " + line));
  }

  private Integer check(PrintWriter out) {
    for (String id : ids) {
      BugOption.checkSwitch(id);
    }
    List<String> checked = ids.isEmpty() ? List.copyOf(KnownBugs.ids()) : ids;
    BugCheck all = new BugCheck(seed, count, jobs);
    BugCheckText text = new BugCheckText(out, json);
    List<BugCheck.Timed> results =
        all.run(
            checked,
            one -> {
              text.line(one);
              if (folder != null) {
                one.result()
                    .scenario()
                    .ifPresent(found -> write(one.result().id(), ScenarioWriter.write(found)));
              }
            });
    text.totals(results);
    return results.stream().allMatch(one -> one.result().invariant().isPresent())
        ? ExitStatus.FINE
        : ExitStatus.FAILED;
  }

  private void write(String id, String text) {
    OutputFiles.write(folder.resolve(id.toLowerCase(Locale.ROOT) + ".yaml"), text);
  }
}
