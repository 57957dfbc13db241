package org.dvrsim.cli;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.base.NotModelledException;

/**
 * A line typed at the prompt: commands with {@code ;}, {@code &&} or {@code ||} between them. What
 * else a shell would understand is refused by name, as the commands would take it for words.
 */
final class PromptLine {
  /** When a command is run, by how the one before it ended. */
  enum When {
    ALWAYS,
    AFTER_SUCCESS,
    AFTER_FAILURE
  }

  /**
   * One command of the line.
   *
   * @param text its words, still quoted
   */
  record Part(When when, String text) {}

  private final String line;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private When when = When.ALWAYS;
  private int position;

  private PromptLine(String line) {
    this.line = line;
  }

  /**
   * Returns the commands of a line, none if it is empty or a comment.
   *
   * @throws NotModelledException for pipes, redirections, variables and jobs
   */
  static List<Part> split(String line) {
    return new PromptLine(line).split();
  }

  private List<Part> split() {
    while (position < line.length()) {
      char c = line.charAt(position);
      if (c == '\'' || c == '"') {
        quoted(c);
      } else if (c == '\\') {
        take(2);
      } else if (c == '#' && startsWord()) {
        break;
      } else if (line.startsWith("&&", position)) {
        end(When.AFTER_SUCCESS, 2);
      } else if (line.startsWith("||", position)) {
        end(When.AFTER_FAILURE, 2);
      } else if (c == ';') {
        end(When.ALWAYS, 1);
      } else if (line.startsWith("<<", position)) {
        take(2);
      } else if ("|&<>`$".indexOf(c) >= 0) {
        throw new NotModelledException(
            "the shell's \"" + c + "\": no pipes, redirections, jobs or variables here");
      } else {
        take(1);
      }
    }
    end(When.ALWAYS, 0);
    return parts;
  }

  private boolean startsWord() {
    return position == 0 || Character.isWhitespace(line.charAt(position - 1));
  }

  private void quoted(char quote) {
    int close = line.indexOf(quote, position + 1);
    while (quote == '"' && close > 0 && line.charAt(close - 1) == '\\') {
      close = line.indexOf(quote, close + 1);
    }
    take(close < 0 ? line.length() - position : close + 1 - position);
  }

  private void take(int count) {
    int end = Math.min(line.length(), position + count);
    text.append(line, position, end);
    position = end;
  }

  private void end(When next, int separator) {
    String command = text.toString().strip();
    if (!command.isEmpty()) {
      parts.add(new Part(when, command));
      when = next;
    }
    text.setLength(0);
    position += separator;
  }
}
