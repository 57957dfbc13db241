package org.dvrsim.fuzz;

/** Names for what is created on the way, which nothing else has. */
final class NewNames {
  /** What exists from the start has smaller numbers. */
  private int number = 10;

  /** Returns a name that begins as people would call such a thing. */
  String next(String kind) {
    return kind + number++;
  }
}
