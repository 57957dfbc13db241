package org.dvrsim.shell;

/** Ends a command from within, as exit(3) does. */
final class CommandExit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** Builds the end with {@code status}, of which the last 8 bits count. */
  CommandExit(int status) {
    super("exit " + status, null, false, false);
    this.status = status & 0xff;
  }

  /** Returns the exit status, 0 to 255. */
  int status() {
    return status;
  }
}
