package org.dvrsim.shell;

import java.util.Objects;

/**
 * What a command printed and how it ended.
 *
 * @param stdout standard output, lines ending with a newline
 * @param stderr standard error, likewise
 * @param exit the exit status, 0 to 255
 */
public record CommandResult(String stdout, String stderr, int exit) {
  /** Checks that both texts are given. */
  public CommandResult {
    Objects.requireNonNull(stdout);
    Objects.requireNonNull(stderr);
  }

  /** Tells whether the exit status is 0. */
  public boolean succeeded() {
    return exit == 0;
  }
}
