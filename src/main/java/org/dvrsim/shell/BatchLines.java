package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a batch of {@code ip} commands, each split into words: a backslash at the end joins
 * the next line, {@code #} begins a comment, a word may stand in quotes.
 *
 * <p>Models: iproute2 lib/utils.c:getcmdline(), makeargs()
 */
final class BatchLines {
  private static final String BLANKS = " \t\r\n";

  private final String[] lines;
  private int number;

  BatchLines(String text) {
    this.lines = text.split("\n", -1);
  }

  /** Tells whether a line is left. */
  boolean hasMore() {
    return number < lines.length;
  }

  /** Returns the number of the line read last, from 1. */
  int number() {
    return number;
  }

  /** Returns the words of the next line; none if it is empty. */
  List<String> next(CommandContext context) {
    StringBuilder line = new StringBuilder(uncommented());
    while (line.length() > 0 && line.charAt(line.length() - 1) == '\\') {
      line.setLength(line.length() - 1);
      if (!hasMore()) {
        context.complain("Missing continuation line");
        break;
      }
      line.append(uncommented());
    }
    return words(context, line.toString());
  }

  private String uncommented() {
    String line = lines[number++];
    int comment = line.indexOf('#');
    return comment < 0 ? line : line.substring(0, comment);
  }

  private static List<String> words(CommandContext context, String line) {
    List<String> words = new ArrayList<>();
    int at = skip(line, 0);
    while (at < line.length()) {
      char first = line.charAt(at);
      boolean quoted = first == '\'' || first == '"';
      int start = quoted ? at + 1 : at;
      int end = quoted ? line.indexOf(first, start) : endOfWord(line, start);
      if (end < 0) {
        context.complain("Unterminated quoted string");
        throw new CommandExit(1);
      }
      words.add(line.substring(start, end));
      at = skip(line, Math.min(end + 1, line.length()));
    }
    return words;
  }

  private static int skip(String line, int from) {
    int at = from;
    while (at < line.length() && BLANKS.indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int endOfWord(String line, int from) {
    int at = from;
    while (at < line.length() && BLANKS.indexOf(line.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
