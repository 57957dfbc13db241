package org.dvrsim.cli;

import org.dvrsim.base.InputException;

/** Checks that the numbers given to options are such as make sense. */
final class Bounds {
  private Bounds() {}

  /**
   * Refuses what is too little.
   *
   * @param option as typed, such as {@code --jobs}
   */
  static void atLeast(long least, String option, long given) {
    if (given < least) {
      throw InputException.of(option + ": expected at least " + least + ", found " + given);
    }
  }

  /** Refuses what is too little or too much. */
  static void within(long least, long most, String option, long given) {
    if (given < least || given > most) {
      throw InputException.of(
          option + ": expected a number from " + least + " to " + most + ", found " + given);
    }
  }
}
