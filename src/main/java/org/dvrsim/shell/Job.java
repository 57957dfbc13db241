package org.dvrsim.shell;

import java.util.function.Consumer;

/** A command that was started with {@code &}. */
final class Job {
  private static final int SIGNALLED = 128;

  private final int number;
  private final int pid;
  private final String text;
  private final Background background;
  private final Consumer<String> output;
  private int status;

  /**
   * Builds a job.
   *
   * @param status how it ended, if it has
   * @param output where it writes
   */
  Job(
      int number,
      int pid,
      String text,
      Background background,
      int status,
      Consumer<String> output) {
    this.number = number;
    this.pid = pid;
    this.text = text;
    this.background = background;
    this.status = status;
    this.output = output;
  }

  int number() {
    return number;
  }

  int pid() {
    return pid;
  }

  String text() {
    return text;
  }

  Background background() {
    return background;
  }

  boolean isRunning() {
    return background.isRunning();
  }

  /** Returns the exit status. */
  int status() {
    return status;
  }

  /** Writes what it has to write. */
  void deliver() {
    if (background.hasUnread()) {
      output.accept(background.read());
    }
  }

  /** Ends it by a signal. */
  void kill(int signal) {
    deliver();
    background.stop();
    status = SIGNALLED + signal;
  }
}
