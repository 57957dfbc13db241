package org.dvrsim.base;

/**
 * Unusable input: a file, a command line, a captured host. The message is complete for the person
 * who gave it: where (file, line, column as far as known), what is wrong and what was expected.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private InputException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Returns the refusal with a complete message. */
  public static InputException of(String message) {
    return new InputException(message, null);
  }

  /** Returns the refusal of something in a file, {@code FILE: MESSAGE}. */
  public static InputException in(String file, String message) {
    return new InputException(file + ": " + message, null);
  }

  /**
   * Returns the refusal of something at a place, {@code FILE:LINE:COLUMN: MESSAGE}.
   *
   * @param line counted from 1
   * @param column counted from 1
   */
  public static InputException at(String file, int line, int column, String message) {
    return new InputException(file + ":" + line + ":" + column + ": " + message, null);
  }

  /** Returns the refusal of a file that could not be read or written. */
  public static InputException io(String file, Exception cause) {
    String why =
        cause instanceof java.nio.file.NoSuchFileException ? "no such file" : describe(cause);
    return new InputException(file + ": " + why, cause);
  }

  private static String describe(Exception cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
