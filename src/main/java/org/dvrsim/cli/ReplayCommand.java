package org.dvrsim.cli;

import java.io.PrintWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.scenario.Recording;
import org.dvrsim.scenario.RecordingReader;
import org.dvrsim.scenario.RecordingWriter;
import org.dvrsim.scenario.Replay;
import org.dvrsim.scenario.ReplayOutcome;
import org.dvrsim.view.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dvrsim replay}: plays recordings and compares. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Plays recordings of the real agent, and compares state, operations and messages after every"
          + " event with what the recording holds.",
      "A file that holds no answers of the real agent is just played."
    })
final class ReplayCommand implements Callable<Integer> {
  @Mixin private BugOption bugs;

  @Spec private CommandSpec spec;

  @Option(
      names = "--ops",
      description = "Apply the recorded operations instead of running the agent.")
  private boolean ops;

  @Option(
      names = "--emit",
      paramLabel = "DIR",
      description = "Write DIR/NAME.json in the recordings' own form.")
  private Optional<String> emit = Optional.empty();

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many lines of a difference to show (default: ${DEFAULT-VALUE}).")
  private int show;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Recordings, plain or gzip.")
  private List<String> files = new ArrayList<>();

  private final FileSystem disk = FileSystems.getDefault();

  @Override
  public Integer call() {
    Bounds.atLeast(0, "--show", show);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int equal = 0;
    int played = 0;
    int refused = 0;
    int differing = 0;
    for (String file : files) {
      Recording recording = RecordingReader.read(disk.getPath(file));
      ReplayOutcome outcome;
      try {
        outcome = ops ? Replay.ops(recording) : Replay.agent(recording, bugs.parts());
      } catch (NotModelledException e) {
        err.println("dvrsim: " + file + ": " + e.getMessage());
        refused++;
        continue;
      }
      if (emit.isPresent()) {
        Path to = disk.getPath(emit.get()).resolve(recording.name() + ".json");
        RecordingWriter.write(outcome.document(), to);
      }
      report(out, recording, outcome);
      played++;
      if (outcome.compared() && outcome.isEqual()) {
        equal++;
      } else if (outcome.compared()) {
        differing++;
      }
    }
    out.printf(
        "%d played, %d equal, %d differing, %d not modelled%n", played, equal, differing, refused);
    if (refused > 0) {
      return ExitStatus.UNUSABLE;
    }
    return differing > 0 ? ExitStatus.FAILED : ExitStatus.FINE;
  }

  private void report(PrintWriter out, Recording recording, ReplayOutcome outcome) {
    String events = Quantity.of(outcome.events(), "event");
    if (!outcome.compared()) {
      out.println(recording.name() + ": played, " + events);
      return;
    }
    if (outcome.isEqual()) {
      out.println(recording.name() + ": equal, " + events);
      return;
    }
    out.println(recording.name() + ": DIFFERS, " + events);
    for (ReplayOutcome.Difference difference : outcome.differences()) {
      out.println(
          "  event "
              + difference.event()
              + " ("
              + difference.kind()
              + "): "
              + difference.component());
      difference.lines().stream().limit(show).forEach(line -> out.println("    " + line));
      int more = difference.lines().size() - show;
      if (more > 0) {
        out.println("    and " + more + " more");
      }
    }
  }
}
