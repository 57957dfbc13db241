package org.dvrsim.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.dvrsim.base.InputException;
import org.dvrsim.base.NotModelledException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code dvrsim} command. */
@Command(
    name = "dvrsim",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description =
        "Simulates what Neutron's distributed virtual router does to Linux hosts, and checks it.",
    footer = {
      "",
      "Exit status: 0 fine; 1 an invariant, expectation or comparison failed; 2 unusable input or"
          + " usage; 3 a bug of dvrsim."
    },
    subcommands = {
      RunCommand.class,
      BenchCommand.class,
      ReplayCommand.class,
      FuzzCommand.class,
      ExploreCommand.class,
      BugsCommand.class,
      ShCommand.class,
      TraceCommand.class,
      HelpCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs the command and exits the JVM with its status. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
    int status = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /**
   * Runs the command.
   *
   * @return the exit status, one of {@link ExitStatus}
   */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (exception, command, result) -> explain(exception, command.getErr()));
    commandLine.setParameterExceptionHandler((exception, given) -> explain(exception));
    return commandLine.execute(arguments);
  }

  /** Says what is wrong with the options, and where to read of them. */
  private static int explain(ParameterException exception) {
    CommandLine command = exception.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String what = exception.getMessage().replaceFirst("\\.$", "");
    if (command.getParent() == null && exception instanceof UnmatchedArgumentException unmatched) {
      what = noCommand(unmatched.getUnmatched().get(0), command);
    }
    command.getErr().println(name + ": " + what + "; try '" + name + " --help'");
    return ExitStatus.UNUSABLE;
  }

  private static String noCommand(String word, CommandLine command) {
    String known = String.join(", ", command.getSubcommands().keySet());
    return word.startsWith("-")
        ? "unknown option: '" + word + "'"
        : "unknown command '" + word + "': expected one of " + known;
  }

  private static int explain(Exception exception, PrintWriter err) {
    if (exception instanceof InputException || exception instanceof NotModelledException) {
      err.println("dvrsim: " + exception.getMessage());
      return ExitStatus.UNUSABLE;
    }
    err.println("dvrsim: this is a bug of dvrsim, please report it:");
    exception.printStackTrace(err);
    return ExitStatus.BUG;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected one of " + String.join(", ", spec.subcommands().keySet()));
  }
}
