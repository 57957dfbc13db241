package org.dvrsim.scenario;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Writes a tree of texts, numbers, lists and maps as YAML on one line. */
final class FlowYaml {
  /** A text that needs no quotes anywhere, and that YAML does not take for something else. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[A-Za-z0-9_./(][A-Za-z0-9_./()@+*=-]*(:[A-Za-z0-9_./()@+*=-]+)*"
              + "( [A-Za-z0-9_./()@+*=-]+(:[A-Za-z0-9_./()@+*=-]+)*)*");

  private static final Pattern NOT_TEXT =
      Pattern.compile(
          "~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
              + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private FlowYaml() {}

  /** Returns {@code tree} as YAML that reads back as the same tree. */
  static String of(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      StringJoiner out = new StringJoiner(", ", "{", "}");
      map.forEach((key, value) -> out.add(of(key) + ": " + of(value)));
      return out.toString();
    }
    if (tree instanceof List<?> list) {
      StringJoiner out = new StringJoiner(", ", "[", "]");
      list.forEach(item -> out.add(of(item)));
      return out.toString();
    }
    if (tree instanceof String text) {
      return scalar(text);
    }
    return String.valueOf(tree);
  }

  private static String scalar(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !NOT_TEXT.matcher(text).matches();
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0xfeff) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
