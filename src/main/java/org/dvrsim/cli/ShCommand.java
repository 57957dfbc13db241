package org.dvrsim.cli;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dvrsim.base.InputException;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.ops.Host;
import org.dvrsim.shell.Transcript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dvrsim sh}. */
@Command(
    name = "sh",
    mixinStandardHelpOptions = true,
    description = {
      "Runs scripts of ip, iptables, sysctl, ping and conntrack commands on a fresh host and"
          + " prints what a root shell on Linux would show.",
      "Without a file: an interactive prompt."
    },
    footer = {
      "",
      "Exit status: 0 if every command is modelled, 2 if one is not (the script goes on after it)."
    })
final class ShCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "One command a line; several files: each on a host of its own.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty()) {
      return new Prompt(freshHost()).run();
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean complete = true;
    for (Path file : files) {
      String script = read(file);
      StringBuilder text = new StringBuilder();
      if (files.size() > 1) {
        text.append("### ").append(file).append('\n');
      }
      Transcript transcript = new Transcript(freshHost(), text);
      try {
        transcript.run(script);
      } catch (InputException e) {
        throw InputException.in(file.toString(), e.getMessage());
      } finally {
        out.print(text);
      }
      complete &= transcript.isComplete();
    }
    out.flush();
    return complete ? ExitStatus.FINE : ExitStatus.UNUSABLE;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw InputException.io(file.toString(), e);
    }
  }

  private static Host freshHost() {
    return new Host(
        "host", new Kernel(new SeededMacs(1)), Jimfs.newFileSystem(Configuration.unix()));
  }
}
