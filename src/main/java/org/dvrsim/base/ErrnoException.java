package org.dvrsim.base;

import java.util.Objects;
import java.util.function.Supplier;

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
  private final transient Supplier<String> subject;

  private ErrnoException(Errno errno, String extack, Supplier<String> subject) {
    super(null, null, false, false);
    this.errno = Objects.requireNonNull(errno);
    this.extack = Objects.requireNonNull(extack);
    this.subject = subject;
  }

  /**
   * Returns the refusal of one operation.
   *
   * @param subject the operation and its object, such as {@code link add v0}
   */
  public static ErrnoException of(Errno errno, String subject) {
    return new ErrnoException(errno, "", () -> subject);
  }

  /**
   * Returns the refusal of one operation, which is put into words only when somebody asks for them.
   *
   * @param subject the operation and its object; gives the same text at any time
   */
  public static ErrnoException of(Errno errno, Supplier<String> subject) {
    return new ErrnoException(errno, "", subject);
  }

  /**
   * Returns a refusal for which netlink also sends a text (extended acknowledgement).
   *
   * @param extack the kernel's own words, such as {@code FIB table does not exist}
   */
  public static ErrnoException withExtack(Errno errno, String subject, String extack) {
    return new ErrnoException(errno, extack, () -> subject);
  }

  /** Returns what was refused, and why. */
  @Override
  public String getMessage() {
    String text = subject.get() + ": " + errno.message();
    return extack.isEmpty() ? text : text + " (" + extack + ")";
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
