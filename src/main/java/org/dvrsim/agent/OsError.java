package org.dvrsim.agent;

import org.dvrsim.base.Errno;

/** A failed system call, Python's {@code OSError} and its subclasses. */
final class OsError extends AgentError {
  private static final long serialVersionUID = 1L;

  private final Errno errno;

  OsError(Errno errno) {
    super("[Errno " + errno.number() + "] " + errno.message());
    this.errno = errno;
  }

  /** Returns the error number. */
  Errno errno() {
    return errno;
  }

  @Override
  public String typeName() {
    return switch (errno) {
      case ENOENT -> "FileNotFoundError";
      case EEXIST -> "FileExistsError";
      case EACCES, EPERM -> "PermissionError";
      default -> "OSError";
    };
  }
}
