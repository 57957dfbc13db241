package org.dvrsim.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads golden files made of blocks that begin with a line {@code case ...}. */
final class Golden {
  private final String title;
  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  private Golden(String title) {
    this.title = title;
  }

  static List<Golden> read(String name) {
    List<Golden> result = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Golden.class.getResourceAsStream("/golden/agent/" + name),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Golden last = result.isEmpty() ? null : result.get(result.size() - 1);
        switch (line.charAt(0)) {
          case 'c' -> result.add(new Golden(line.substring(4).strip()));
          case '<' -> last.before.add(line.substring(1));
          case '>' -> last.after.add(line.substring(1));
          case '=' -> last.expected.add(line.substring(1));
          default -> {}
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result;
  }

  String title() {
    return title;
  }

  List<String> before() {
    return before;
  }

  List<String> after() {
    return after;
  }

  List<String> expected() {
    return expected;
  }
}
