package org.dvrsim.shell;

import java.util.List;

/**
 * The words of an {@code ip} command, read from the front.
 *
 * <p>Models: iproute2 lib/utils.c:matches() and the NEXT_ARG() of include/utils.h
 */
final class Arguments {
  private final CommandContext context;
  private final List<String> words;
  private int position;

  Arguments(CommandContext context, List<String> words) {
    this.context = context;
    this.words = words;
  }

  /** Tells whether a word is left. */
  boolean hasMore() {
    return position < words.size();
  }

  /** Returns the word at hand. */
  String word() {
    return words.get(position);
  }

  /** Tells whether the word at hand begins with a digit. */
  boolean isNumber() {
    String word = word();
    return !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
  }

  /** Leaves the word at hand behind. */
  void advance() {
    position++;
  }

  /** Leaves the word at hand behind and returns the one after it, which has to be there. */
  String next() {
    position++;
    if (!hasMore()) {
      throw Complaint.incomplete(context);
    }
    return word();
  }

  /** Tells whether the word at hand is one of {@code candidates}. */
  boolean is(String... candidates) {
    for (String candidate : candidates) {
      if (word().equals(candidate)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether the word at hand is one of {@code candidates}, or the beginning of one. */
  boolean begins(String... candidates) {
    for (String candidate : candidates) {
      if (isBeginning(word(), candidate)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether {@code word} is {@code candidate} or a beginning of it; an empty one is not. */
  static boolean isBeginning(String word, String candidate) {
    return !word.isEmpty() && candidate.startsWith(word);
  }

  /** Returns the words from the one at hand on. */
  List<String> rest() {
    return words.subList(Math.min(position, words.size()), words.size());
  }
}
