package org.dvrsim.cli;

/** What the command's exit status says. */
final class ExitStatus {
  /** Everything is as it should be. */
  static final int FINE = 0;

  /** An invariant, an expectation or a comparison failed. */
  static final int FAILED = 1;

  /** The input or the usage can't be used. */
  static final int UNUSABLE = 2;

  /** dvrsim itself is at fault. */
  static final int BUG = 3;

  private ExitStatus() {}
}
