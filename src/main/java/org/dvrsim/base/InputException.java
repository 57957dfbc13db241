package org.dvrsim.base;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

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

  /** Returns the refusal of a file that could not be written. */
  public static InputException unwritable(String file, Exception cause) {
    String why = describe(file, cause);
    return new InputException(file + ": cannot be written: " + why, cause);
  }

  /** Returns the refusal of a file that could not be read. */
  public static InputException io(String file, Exception cause) {
    return new InputException(file + ": " + describe(file, cause), cause);
  }

  private static String describe(String file, Exception cause) {
    if (cause instanceof NoSuchFileException missing) {
      String which = missing.getFile();
      return which == null || which.equals(file) ? "no such file" : "no folder " + which;
    }
    if (cause instanceof CharacterCodingException) {
      return "not text in UTF-8";
    }
    if (cause instanceof AccessDeniedException) {
      return "not allowed";
    }
    if (cause instanceof FileSystemException of) {
      return of.getReason() == null ? cause.getClass().getSimpleName() : of.getReason();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
