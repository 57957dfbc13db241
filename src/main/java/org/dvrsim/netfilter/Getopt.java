package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.netfilter.LongOption.Arity;

/**
 * Splits a command line into options as getopt_long(3) does with an option string that begins with
 * {@code -:}: words that are no options are returned in their place, a missing argument is told
 * apart from an unknown option. Long options may be shortened as long as they stay unambiguous.
 * Further long options can be added on the way.
 */
final class Getopt {
  /** No word is left, or {@code --} was met. */
  static final int END = -1;

  /** {@link #argument} is a word that is no option. */
  static final int WORD = 1;

  /** The option lacks its argument. */
  static final int MISSING = ':';

  /** There is no such option. */
  static final int UNKNOWN = '?';

  /** {@link #found} is an option of an extension. */
  static final int EXTENSION = 0x100;

  private final List<String> words;
  private final String letters;
  private final List<LongOption> own;
  private final List<LongOption> added = new ArrayList<>();
  private int next;
  private String group = "";

  private String argument;
  private int letter;
  private LongOption found;

  /**
   * Starts at the first word.
   *
   * @param letters the short options, each followed by {@code :} if it takes an argument, by {@code
   *     ::} if the argument is optional
   */
  Getopt(List<String> words, String letters, List<LongOption> own) {
    this.words = words;
    this.letters = letters;
    this.own = own;
  }

  /** Adds an extension's options; they win over those added before. */
  void add(List<LongOption> options) {
    added.addAll(0, options);
  }

  /** Returns the argument of the option last returned, or the word; null if there is none. */
  String argument() {
    return argument;
  }

  /** Returns the letter of an unknown short option or of one without its argument, else 0. */
  int letter() {
    return letter;
  }

  /** Returns the long option last returned, null if it was a short one. */
  LongOption found() {
    return found;
  }

  /** Returns the word before the next one. */
  String previousWord() {
    return words.get(next - 1);
  }

  boolean atEnd() {
    return next >= words.size();
  }

  /** Tells whether the next word can be an argument: it begins neither with - nor with !. */
  boolean hasArgument() {
    return !atEnd() && !words.get(next).startsWith("-") && !words.get(next).startsWith("!");
  }

  String takeWord() {
    return words.get(next++);
  }

  /** Returns the next word without taking it, null at the end. */
  String peekWord() {
    return atEnd() ? null : words.get(next);
  }

  /** Goes back by one word. */
  void back() {
    next--;
    group = "";
  }

  /** Returns the next option's letter, or one of the constants. */
  int next() {
    argument = null;
    letter = 0;
    found = null;
    if (!group.isEmpty()) {
      char first = group.charAt(0);
      group = group.substring(1);
      return shortOption(first);
    }
    if (atEnd()) {
      return END;
    }
    String word = words.get(next);
    if (word.equals("--")) {
      next++;
      return END;
    }
    if (word.length() < 2 || word.charAt(0) != '-') {
      next++;
      argument = word;
      return WORD;
    }
    if (word.startsWith("--")) {
      next++;
      return longOption(word.substring(2));
    }
    group = word.length() == 2 ? "" : word.substring(2);
    return shortOption(word.charAt(1));
  }

  private int longOption(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    LongOption option = lookUp(name);
    if (option == null) {
      return UNKNOWN;
    }
    if (equals >= 0) {
      if (option.argument() == Arity.NONE) {
        letter = option.value();
        return UNKNOWN;
      }
      argument = text.substring(equals + 1);
    } else if (option.argument() == Arity.REQUIRED) {
      if (atEnd()) {
        letter = option.value();
        return MISSING;
      }
      argument = words.get(next++);
    }
    found = option;
    return option.extension() != null ? EXTENSION : option.value();
  }

  private LongOption lookUp(String name) {
    LongOption partial = null;
    boolean ambiguous = false;
    for (int i = 0; i < own.size() + added.size(); i++) {
      LongOption option = i < own.size() ? own.get(i) : added.get(i - own.size());
      if (!option.name().startsWith(name)) {
        continue;
      }
      if (option.name().length() == name.length()) {
        return option;
      }
      if (partial == null) {
        partial = option;
      } else if (!partial.means(option)) {
        ambiguous = true;
      }
    }
    return ambiguous ? null : partial;
  }

  private int shortOption(char c) {
    if (group.isEmpty()) {
      next++;
    }
    int at = c == ':' || c == ';' ? -1 : letters.indexOf(c);
    if (at < 0) {
      letter = c;
      return UNKNOWN;
    }
    boolean takesArgument = at + 1 < letters.length() && letters.charAt(at + 1) == ':';
    if (!takesArgument) {
      return c;
    }
    boolean optional = at + 2 < letters.length() && letters.charAt(at + 2) == ':';
    if (!group.isEmpty()) {
      argument = group;
      group = "";
      next++;
    } else if (!optional) {
      if (atEnd()) {
        letter = c;
        return MISSING;
      }
      argument = words.get(next++);
    }
    return c;
  }
}
