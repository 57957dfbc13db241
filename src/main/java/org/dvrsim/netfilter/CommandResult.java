package org.dvrsim.netfilter;

import java.util.Objects;

/** What a command left behind: its two outputs (every line ended) and its exit status. */
public record CommandResult(String stdout, String stderr, int exitStatus) {
  /** What a command leaves behind that did what it was told and has nothing to say. */
  static final CommandResult SILENT = ok("");

  /** Checks that both outputs are given. */
  public CommandResult {
    Objects.requireNonNull(stdout);
    Objects.requireNonNull(stderr);
  }

  static CommandResult ok(String stdout) {
    return new CommandResult(stdout, "", 0);
  }
}
