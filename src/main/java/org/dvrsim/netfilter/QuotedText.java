package org.dvrsim.netfilter;

import java.util.List;

/**
 * Writes text of a person so that iptables-restore reads it back.
 *
 * <p>Models: libxtables/xtables.c:xtables_save_string()
 */
final class QuotedText {
  private static final int MAX_WORD = 1024;
  private static final int MAX_WORDS = 254;

  private QuotedText() {}

  /** Appends {@code text}, in double quotes unless it is one plain word. */
  static void write(StringBuilder out, String text) {
    if (isPlain(text)) {
      out.append(text);
      return;
    }
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c == '\'') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }

  /**
   * Splits a line of iptables-restore's input into words.
   *
   * <p>Models: iptables/xshared.c:add_param_to_argv()
   */
  static void split(String text, List<String> words) {
    if (text.indexOf('"') < 0) {
      splitPlain(text, words);
    } else {
      splitQuoted(text, words);
    }
    if (words.size() > MAX_WORDS) {
      throw XtablesError.parameter("Parser cannot handle more arguments");
    }
  }

  private static void splitPlain(String text, List<String> words) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && !isBlank(text.charAt(i))) {
        continue;
      }
      if (i > start) {
        add(text, start, i, words);
      }
      start = i + 1;
    }
  }

  private static void add(String text, int start, int end, List<String> words) {
    if (end - start >= MAX_WORD) {
      throw tooLong();
    }
    words.add(text.substring(start, end));
  }

  /** Returns where the blank or quote stands that ends a run of other characters. */
  private static int plainEnd(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) != '"' && !isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  private static XtablesError tooLong() {
    return XtablesError.parameter("Parameter too long!");
  }

  private static void splitQuoted(String text, List<String> words) {
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!quoted && word.length() == 0 && c != '"' && !isBlank(c)) {
        int end = plainEnd(text, i);
        if (end == text.length() || text.charAt(end) != '"') {
          add(text, i, end, words);
          i = end;
          continue;
        }
      }
      if (quoted && escaped) {
        escaped = false;
      } else if (quoted && c == '\\') {
        escaped = true;
        continue;
      } else if (quoted && c != '"') {
        // an ordinary character, blanks too
        escaped = false;
      } else if (c == '"') {
        quoted = !quoted;
        if (quoted) {
          continue;
        }
        words.add(take(word));
        continue;
      } else if (isBlank(c)) {
        if (word.length() > 0) {
          words.add(take(word));
        }
        continue;
      }
      word.append(c);
      if (word.length() >= MAX_WORD) {
        throw tooLong();
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
  }

  private static String take(StringBuilder word) {
    String text = word.toString();
    word.setLength(0);
    return text;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '-';
      if (!plain) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
