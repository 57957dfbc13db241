package org.dvrsim.shell;

import java.util.Objects;
import org.dvrsim.base.InputException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.ops.Host;

/**
 * Runs a script on a host and writes down what happens: for each command {@code $ LINE}, its
 * standard output, {@code ! } before each line of standard error, {@code = STATUS}. What commands
 * in the background write follows the output of the command during which they do.
 *
 * <p>A command that is not modelled is written down with its reason and exit status 2; the script
 * goes on.
 */
public final class Transcript {
  private static final int NOT_MODELLED = 2;

  private final ShellSession shell;
  private final StringBuilder out;
  private boolean complete = true;

  /** Builds the transcript of scripts run on {@code host}, written to {@code out}. */
  public Transcript(Host host, StringBuilder out) {
    this.shell = new ShellSession(host);
    this.out = Objects.requireNonNull(out);
  }

  /**
   * Runs a script.
   *
   * @throws InputException naming the line if one cannot be split into words
   */
  public void run(String script) {
    for (ScriptCommand command : ScriptCommand.parse(script)) {
      out.append("$ ").append(command.line()).append('\n');
      write(result(command));
    }
  }

  private CommandResult result(ScriptCommand command) {
    try {
      return shell.run(command.command(), command.stdin().orElse(""));
    } catch (InputException e) {
      throw InputException.in("line " + command.number(), e.getMessage());
    } catch (NotModelledException e) {
      complete = false;
      return new CommandResult("", "dvrsim: " + e.getMessage() + "\n", NOT_MODELLED);
    }
  }

  private void write(CommandResult result) {
    String stdout = result.stdout();
    out.append(stdout);
    if (!stdout.isEmpty() && !stdout.endsWith("\n")) {
      out.append('\n');
    }
    String stderr = result.stderr();
    if (!stderr.isEmpty()) {
      int end = stderr.endsWith("\n") ? stderr.length() - 1 : stderr.length();
      for (String line : stderr.substring(0, end).split("\n", -1)) {
        out.append(line.isEmpty() ? "!" : "! " + line).append('\n');
      }
    }
    out.append("= ").append(result.exit()).append('\n');
  }

  /** Tells whether every command so far was modelled. */
  public boolean isComplete() {
    return complete;
  }
}
