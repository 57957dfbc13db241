package org.dvrsim.agent;

import java.util.Objects;
import org.dvrsim.base.Errno;

/** Python's OSError: a system call that failed, such as opening a namespace that is not there. */
final class OsError extends AgentException {
  private static final long serialVersionUID = 1L;

  private final Errno errno;

  OsError(Errno errno) {
    super("[Errno " + errno.number() + "] " + errno.message());
    this.errno = Objects.requireNonNull(errno);
  }

  Errno errno() {
    return errno;
  }

  @Override
  String pythonName() {
    return switch (errno) {
      case ENOENT -> "FileNotFoundError";
      case EEXIST -> "FileExistsError";
      case EACCES, EPERM -> "PermissionError";
      default -> "OSError";
    };
  }
}
