package org.dvrsim.base;

import java.util.Objects;

/**
 * What Linux refuses: an operation that failed with an errno and changed nothing.
 *
 * <p>Carries no stack trace: refusals are ordinary results of a simulated host and are thrown by
 * the million while fuzzing.
 */
public final class ErrnoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Errno errno;
  private final String extack;

  private ErrnoException(Errno errno, String extack, String message) {
    super(message, null, false, false);
    this.errno = errno;
    this.extack = extack;
  }

  /**
   * Returns the refusal of one operation.
   *
   * @param subject the operation and its object, such as {@code link add v0}
   */
  public static ErrnoException of(Errno errno, String subject) {
    Objects.requireNonNull(errno);
    return new ErrnoException(errno, "", subject + ": " + errno.message());
  }

  /**
   * Returns a refusal for which netlink also sends a text (extended acknowledgement).
   *
   * @param extack the kernel's own words, such as {@code FIB table does not exist}
   */
  public static ErrnoException withExtack(Errno errno, String subject, String extack) {
    return new ErrnoException(
        errno,
        Objects.requireNonNull(extack),
        subject + ": " + errno.message() + " (" + extack + ")");
  }

  /** Returns the error number. */
  public Errno errno() {
    return errno;
  }

  /** Returns the kernel's extended-acknowledgement text, empty if it sent none. */
  public String extack() {
    return extack;
  }
}
