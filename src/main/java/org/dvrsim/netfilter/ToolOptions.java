package org.dvrsim.netfilter;

/** What getopt_long(3) itself prints about options it doesn't know. */
final class ToolOptions {
  private ToolOptions() {}

  static String complaint(Program program, int c, Getopt words) {
    if (words.letter() != 0) {
      return program.text()
          + (c == Getopt.MISSING ? ": option requires an argument -- '" : ": invalid option -- '")
          + (char) words.letter()
          + "'\n";
    }
    return program.text() + ": unrecognized option '" + words.previousWord() + "'\n";
  }
}
