package org.dvrsim.netfilter;

import java.util.List;
import java.util.Objects;

/** What an iptables tool refuses: its messages and its exit status. */
public final class IptablesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String stderr;
  private final int exitStatus;

  /**
   * Builds the refusal.
   *
   * @param stderr what the tool prints to standard error, every line ended
   */
  public IptablesException(String stderr, int exitStatus) {
    super(stderr.strip(), null, false, false);
    this.stderr = Objects.requireNonNull(stderr);
    this.exitStatus = exitStatus;
  }

  /** Returns the lines that the tool prints to standard error. */
  public List<String> lines() {
    return stderr.lines().toList();
  }

  /** Returns what the tool prints to standard error, every line ended. */
  public String stderr() {
    return stderr;
  }

  /** Returns the tool's exit status: 1 to 4. */
  public int exitStatus() {
    return exitStatus;
  }
}
