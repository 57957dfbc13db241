package org.dvrsim.scenario;

import com.google.common.base.Splitter;
import java.util.List;

/**
 * Words that a line must have, in this order; other words may stand between them. A {@code *} in a
 * word stands for any characters.
 */
final class WordPattern {
  private static final Splitter WORDS = Splitter.onPattern("\\s+").omitEmptyStrings();

  private final List<String> words;

  WordPattern(String text) {
    this.words = WORDS.splitToList(text);
  }

  boolean matches(String line) {
    int wanted = 0;
    for (String word : WORDS.split(line)) {
      if (wanted < words.size() && matches(words.get(wanted), word)) {
        wanted++;
      }
    }
    return wanted == words.size();
  }

  /** Tells whether {@code word} fits {@code glob}; the usual walk back to the last star. */
  private static boolean matches(String glob, String word) {
    int g = 0;
    int w = 0;
    int star = -1;
    int resume = 0;
    while (w < word.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        resume = w;
      } else if (g < glob.length() && glob.charAt(g) == word.charAt(w)) {
        g++;
        w++;
      } else if (star >= 0) {
        g = star + 1;
        w = ++resume;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }
}
