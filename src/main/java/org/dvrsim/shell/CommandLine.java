package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.base.InputException;
import org.dvrsim.base.NotModelledException;

/**
 * A line as a shell reads it: commands with {@code ;}, {@code &&}, {@code ||} or {@code &} after
 * them, each with redirections. Of variables there are {@code $!}, {@code $?} and {@code $$}. What
 * else a shell would understand is refused by name, as the commands would take it for words.
 */
public final class CommandLine {
  private static final String SPECIAL = ";&|<>`$\\";
  private static final String BLANKS = " \t";

  /** When a command is run, by how the one before it ended. */
  public enum When {
    /** In any case. */
    ALWAYS,
    /** If it ended with 0. */
    AFTER_SUCCESS,
    /** If it did not. */
    AFTER_FAILURE
  }

  /**
   * One command of a line.
   *
   * @param text its words, still quoted, without redirections
   * @param redirections in order
   * @param background whether the shell does not wait for it
   */
  public record Part(When when, String text, List<Redirection> redirections, boolean background) {}

  /** Where a stream leads. */
  public enum Stream {
    /** Standard input. */
    IN,
    /** Standard output. */
    OUT,
    /** Standard error. */
    ERR,
    /** Standard output and error. */
    BOTH
  }

  /**
   * A stream that leads elsewhere.
   *
   * @param append whether what the file holds is kept
   * @param target the file's name, still quoted; {@code &1} or {@code &2}: where that stream leads
   */
  public record Redirection(Stream stream, boolean append, String target) {}

  private final String line;
  private final boolean comments;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private List<Redirection> redirections = new ArrayList<>();
  private When when = When.ALWAYS;
  private int position;

  private CommandLine(String line, boolean comments) {
    this.line = line;
    this.comments = comments;
  }

  /** Tells whether a line is one command of plain or quoted words. */
  static boolean isPlain(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (SPECIAL.indexOf(line.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the commands of a line, none if it is empty.
   *
   * @param comments whether {@code #} begins one
   * @throws NotModelledException for pipes, subshells and variables
   */
  public static List<Part> split(String line, boolean comments) {
    return new CommandLine(line, comments).split();
  }

  private List<Part> split() {
    while (position < line.length()) {
      char c = line.charAt(position);
      if (c == '\'' || c == '"') {
        quoted(c, text);
      } else if (c == '\\') {
        take(2, text);
      } else if (comments && c == '#' && startsWord()) {
        break;
      } else if (line.startsWith("&&", position)) {
        end(When.AFTER_SUCCESS, 2, false);
      } else if (line.startsWith("||", position)) {
        end(When.AFTER_FAILURE, 2, false);
      } else if (c == ';') {
        end(When.ALWAYS, 1, false);
      } else if (line.startsWith("<<", position)) {
        take(2, text);
      } else if (c == '<' || c == '>' || line.startsWith("&>", position)) {
        redirection();
      } else if (c == '&') {
        end(When.ALWAYS, 1, true);
      } else {
        plain(c, text);
      }
    }
    end(When.ALWAYS, 0, false);
    return parts;
  }

  private void plain(char c, StringBuilder into) {
    boolean variable = c == '$' && "!?$".indexOf(after(1)) >= 0;
    if ("|`$".indexOf(c) >= 0 && !variable) {
      throw new NotModelledException(
          "the shell's \"" + c + "\": no pipes, subshells or variables here");
    }
    take(variable ? 2 : 1, into);
  }

  private char after(int count) {
    return position + count < line.length() ? line.charAt(position + count) : ' ';
  }

  private boolean startsWord() {
    return position == 0 || Character.isWhitespace(line.charAt(position - 1));
  }

  private void quoted(char quote, StringBuilder into) {
    int close = line.indexOf(quote, position + 1);
    while (quote == '"' && close > 0 && line.charAt(close - 1) == '\\') {
      close = line.indexOf(quote, close + 1);
    }
    take(close < 0 ? line.length() - position : close + 1 - position, into);
  }

  private void take(int count, StringBuilder into) {
    int end = Math.min(line.length(), position + count);
    into.append(line, position, end);
    position = end;
  }

  private void redirection() {
    Stream stream = line.charAt(position) == '<' ? Stream.IN : Stream.OUT;
    if (line.charAt(position) == '&') {
      stream = Stream.BOTH;
      position++;
    } else {
      stream = numbered(stream);
    }
    position++;
    boolean append = position < line.length() && line.charAt(position) == '>';
    position += append ? 1 : 0;
    StringBuilder target = new StringBuilder();
    if (position < line.length() && line.charAt(position) == '&') {
      take(2, target);
    } else {
      word(target);
    }
    if (target.isEmpty()) {
      throw InputException.of("a redirection leads nowhere: " + line);
    }
    redirections.add(new Redirection(stream, append, target.toString()));
  }

  /** Takes the number of a stream off the end of the text: one that stands by itself. */
  private Stream numbered(Stream stream) {
    int last = text.length() - 1;
    boolean alone = last == 0 || (last > 0 && BLANKS.indexOf(text.charAt(last - 1)) >= 0);
    if (!alone || text.charAt(last) < '0' || text.charAt(last) > '2') {
      return stream;
    }
    Stream named = Stream.values()[text.charAt(last) - '0'];
    text.setLength(last);
    return named;
  }

  private void word(StringBuilder into) {
    while (position < line.length() && BLANKS.indexOf(line.charAt(position)) >= 0) {
      position++;
    }
    while (position < line.length() && " \t;&|<>".indexOf(line.charAt(position)) < 0) {
      char c = line.charAt(position);
      if (c == '\'' || c == '"') {
        quoted(c, into);
      } else if (c == '\\') {
        take(2, into);
      } else {
        plain(c, into);
      }
    }
  }

  private void end(When next, int separator, boolean background) {
    String command = text.toString().strip();
    if (!command.isEmpty() || !redirections.isEmpty()) {
      parts.add(new Part(when, command, List.copyOf(redirections), background));
      when = next;
    }
    redirections = new ArrayList<>();
    text.setLength(0);
    position += separator;
  }
}
