package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.base.InputException;

/**
 * Splits a command line into words as a shell does: white space separates, {@code "…"} and {@code
 * '…'} quote, a backslash takes the next character as it is. There are no variables and no pipes.
 */
public final class WordSplitter {
  private static final int USUAL_WORDS = 16;

  private final String line;
  private final List<String> words = new ArrayList<>(USUAL_WORDS);
  private StringBuilder word; // made when a word has more than one piece
  private boolean inWord;
  private int position;

  private WordSplitter(String line) {
    this.line = line;
  }

  /**
   * Returns the words of {@code line}.
   *
   * @throws InputException if a quotation does not end
   */
  public static List<String> split(String line) {
    return new WordSplitter(line).split();
  }

  private static boolean isPlain(char c) {
    return c > '\'' && c != '\\';
  }

  private List<String> split() {
    while (position < line.length()) {
      char c = line.charAt(position++);
      switch (c) {
        case ' ', '\t', '\r', '\n' -> end();
        case '\'' -> single();
        case '"' -> doubleQuoted();
        case '\\' -> escaped();
        default -> plain(c);
      }
    }
    end();
    return words;
  }

  /** Takes a character, and those after it that mean nothing but themselves. */
  private void plain(char c) {
    if (!isPlain(c)) {
      add(c);
      return;
    }
    int start = position - 1;
    while (position < line.length() && isPlain(line.charAt(position))) {
      position++;
    }
    boolean whole = position == line.length() || line.charAt(position) == ' ';
    if (whole && !inWord) {
      words.add(line.substring(start, position));
    } else {
      begin().append(line, start, position);
    }
  }

  private void add(char c) {
    begin().append(c);
  }

  private StringBuilder begin() {
    if (word == null) {
      word = new StringBuilder();
    }
    inWord = true;
    return word;
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private void escaped() {
    if (position == line.length()) {
      throw InputException.of("nothing follows the backslash: " + line);
    }
    add(line.charAt(position++));
  }

  private void single() {
    int close = line.indexOf('\'', position);
    if (close < 0) {
      throw InputException.of("the quotation does not end: " + line);
    }
    begin().append(line, position, close);
    position = close + 1;
  }

  private void doubleQuoted() {
    begin();
    while (position < line.length()) {
      char c = line.charAt(position++);
      if (c == '"') {
        return;
      }
      boolean escape =
          c == '\\' && position < line.length() && "\"\\$`".indexOf(line.charAt(position)) >= 0;
      word.append(escape ? line.charAt(position++) : c);
    }
    throw InputException.of("the quotation does not end: " + line);
  }
}
