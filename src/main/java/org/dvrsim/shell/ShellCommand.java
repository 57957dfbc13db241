package org.dvrsim.shell;

import java.util.List;

/** A program that can be run. */
interface ShellCommand {
  /**
   * Runs the program.
   *
   * @param arguments the words after the program's name
   * @return the exit status, 0 to 255
   * @throws CommandExit in place of returning
   * @throws org.dvrsim.base.NotModelledException for what is not modelled
   */
  int run(CommandContext context, List<String> arguments);
}
