package org.dvrsim.scenario;

import org.dvrsim.base.InputException;

/**
 * A place in a file.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record Place(String file, int line, int column) {
  /** Returns the refusal of what stands here. */
  public InputException refuse(String message) {
    return InputException.at(file, line, column, message);
  }

  /** Returns {@code FILE:LINE}. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
