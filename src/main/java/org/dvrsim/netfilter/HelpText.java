package org.dvrsim.netfilter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the tools print when they are asked for help, as captured from them. */
final class HelpText {
  private static final String RESTORE = "iptables-restore";

  private HelpText() {}

  /** Returns the text of {@code program}. */
  static String of(Program program) {
    boolean restore = program.text().endsWith("-restore");
    String text = read(restore ? RESTORE : program.text());
    return restore ? text.replace(RESTORE, program.text()) : text;
  }

  private static String read(String name) {
    try (InputStream in = HelpText.class.getResourceAsStream("usage/" + name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
