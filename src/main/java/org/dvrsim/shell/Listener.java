package org.dvrsim.shell;

/** A program that goes on in the background and writes what it hears. */
interface Listener {
  /** Tells whether it heard something that it has not written yet. */
  boolean hasUnread();

  /**
   * Tells whether it writes every line at once, even to a file. What another has not written when
   * it is killed is lost.
   */
  boolean flushes();

  /** Returns the text of what it heard since the last call. */
  String read();

  /** Has it hear nothing any more; what it has heard can still be read. */
  void stop();
}
