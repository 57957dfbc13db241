package org.dvrsim.shell;

import java.util.Optional;

/**
 * Prints fields as text or as JSON, whichever was asked for.
 *
 * <p>Models: iproute2 lib/json_print.c, lib/json_writer.c
 */
final class FieldPrinter {
  private final StringBuilder out;
  private final boolean json;
  private final boolean pretty;
  private final boolean colour;
  private int depth;
  private boolean separate;

  FieldPrinter(StringBuilder out, boolean json, boolean pretty, boolean colour) {
    this.out = out;
    this.json = json;
    this.pretty = pretty;
    this.colour = colour;
  }

  /** Tells whether JSON is written. */
  boolean json() {
    return json;
  }

  /** Begins the document: an array, in JSON. */
  void begin() {
    openArray("");
  }

  /** Ends the document. */
  void end() {
    closeArray();
    if (json) {
      out.append('\n');
    }
  }

  /** Writes {@code text} unless this is JSON. */
  FieldPrinter text(String text) {
    if (!json) {
      out.append(text);
    }
    return this;
  }

  /** Writes a string with text before and after it, which JSON leaves out. */
  FieldPrinter string(String key, String before, String value, String after) {
    if (json) {
      name(key);
      quoted(value);
    } else {
      out.append(before).append(value).append(after);
    }
    return this;
  }

  /** Writes a string and text after it in a colour, if colours are asked for. */
  FieldPrinter coloured(Colour paint, String key, String value, String after) {
    return coloured(paint, key, "", value, after);
  }

  /** Writes a string and text before and after it in a colour, if colours are asked for. */
  FieldPrinter coloured(Colour paint, String key, String before, String value, String after) {
    return json || !colour
        ? string(key, before, value, after)
        : text(paint.paint(before + value + after));
  }

  /** Writes a number with text before and after it. */
  FieldPrinter number(String key, String before, long value, String after) {
    if (json) {
      name(key);
      separator();
      out.append(value);
    } else {
      out.append(before).append(value).append(after);
    }
    return this;
  }

  /** Writes a word that is there or not: {@code null} in JSON. */
  FieldPrinter mark(String key, String text) {
    return literal(key, "null", text);
  }

  /** Writes a word that is there or not: {@code true} in JSON. */
  FieldPrinter flag(String key, String text) {
    return literal(key, "true", text);
  }

  private FieldPrinter literal(String key, String value, String text) {
    if (json) {
      name(key);
      separator();
      out.append(value);
    } else {
      out.append(text);
    }
    return this;
  }

  /** Writes a string in JSON only. */
  FieldPrinter jsonString(String key, String value) {
    if (json) {
      name(key);
      quoted(value);
    }
    return this;
  }

  /** Writes a number in JSON only. */
  FieldPrinter jsonNumber(String key, long value) {
    return json ? number(key, "", value, "") : this;
  }

  /** Writes an element of an array, with text around it. */
  FieldPrinter element(String before, String value, String after) {
    if (json) {
      quoted(value);
    } else {
      out.append(before).append(value).append(after);
    }
    return this;
  }

  /** Opens an object that is an element or the document's entry. */
  FieldPrinter openObject() {
    return open('{', Optional.empty());
  }

  /** Opens an object that is a field. */
  FieldPrinter openObject(String key) {
    return open('{', Optional.of(key));
  }

  /** Closes the object opened last. */
  FieldPrinter closeObject() {
    if (json) {
      close('}');
    }
    return this;
  }

  /** Opens an array of which text shows nothing. */
  FieldPrinter openList(String key) {
    return json ? openArray(key) : this;
  }

  /** Closes it. */
  FieldPrinter closeList() {
    return closeArray();
  }

  /** Opens an array; without a key it is an element. */
  FieldPrinter openArray(String key) {
    open('[', key.isEmpty() ? Optional.empty() : Optional.of(key));
    if (json && pretty) {
      out.append(' ');
    }
    return this;
  }

  /** Closes the array opened last. */
  FieldPrinter closeArray() {
    if (json) {
      if (pretty && separate) {
        out.append(' ');
      }
      separate = false;
      close(']');
    }
    return this;
  }

  private FieldPrinter open(char bracket, Optional<String> key) {
    if (json) {
      key.ifPresent(this::name);
      separator();
      out.append(bracket);
      depth++;
      separate = false;
    }
    return this;
  }

  private void close(char bracket) {
    depth--;
    if (separate) {
      newLine();
    }
    out.append(bracket);
    separate = true;
  }

  private void name(String key) {
    separator();
    newLine();
    separate = false;
    escape(key);
    out.append(pretty ? ": " : ":");
  }

  private void quoted(String value) {
    separator();
    escape(value);
  }

  private void separator() {
    if (separate) {
      out.append(',');
    }
    separate = true;
  }

  private void newLine() {
    if (pretty) {
      out.append('\n').append("    ".repeat(depth));
    }
  }

  private void escape(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\f' -> out.append("\\f");
        case '\b' -> out.append("\\b");
        case '\\' -> out.append("\\\\");
        case '"' -> out.append("\\\"");
        default -> out.append(c);
      }
    }
    out.append('"');
  }
}
