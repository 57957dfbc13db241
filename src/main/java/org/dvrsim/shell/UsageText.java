package org.dvrsim.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The usage texts, as captured from the programs that are modelled. */
final class UsageText {
  private UsageText() {}

  /** Returns the text of {@code name}, such as {@code ip-rule}. */
  static String of(String name) {
    try (InputStream in = UsageText.class.getResourceAsStream("usage/" + name + ".txt")) {
      if (in == null) {
        throw new IllegalArgumentException("no usage text " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
