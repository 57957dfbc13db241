package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Replays what CPython did to sets, from golden/agent/python-sets.txt. */
class PySetTest {
  @Test
  void pySet_capturedHistories_walksAsCpythonDoes() throws IOException {
    PySet<String> a = PySet.ofText();
    PySet<String> b = PySet.ofText();
    int checked = 0;
    for (String line : golden()) {
      int space = line.indexOf(' ');
      String verb = space < 0 ? line : line.substring(0, space);
      String word = space < 0 ? "" : line.substring(space + 1);
      switch (verb) {
        case "new" -> {
          a = PySet.ofText();
          b = PySet.ofText();
        }
        case "add" -> a.add(word);
        case "discard" -> a.discard(word);
        case "badd" -> b.add(word);
        case "pop" -> assertEquals(word, a.pop());
        case "minus" -> a = a.minus(b);
        case "union" -> a = a.union(b);
        case "remove" -> a.removeAll(b);
        case "is" -> {
          List<String> order = new ArrayList<>();
          a.forEach(order::add);
          assertEquals(word, String.join(" ", order));
          checked++;
        }
        default -> {}
      }
    }
    assertEquals(60, checked);
  }

  @Test
  void text_capturedHashes_equal() throws IOException {
    for (String line : golden()) {
      if (line.startsWith("hash ")) {
        String[] words = line.split(" ", 3);
        assertEquals(Long.parseLong(words[1]), PyHash.text(words[2]), words[2]);
      }
    }
  }

  @Test
  void tuple_capturedHash_equal() throws IOException {
    String line = golden().stream().filter(l -> l.startsWith("tuple ")).findFirst().orElseThrow();
    List<String> words = List.of(line.split(" ", -1));
    List<Long> items =
        words.subList(2, words.size()).stream().map(PyHash::text).collect(Collectors.toList());
    assertEquals(Long.parseLong(words.get(1)), PyHash.tuple(items));
  }

  @Test
  void pop_empty_throws() {
    assertThrows(NoSuchElementException.class, () -> PySet.ofText().pop());
  }

  private static List<String> golden() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                PySetTest.class.getResourceAsStream("/golden/agent/python-sets.txt"),
                StandardCharsets.UTF_8))) {
      return in.lines().collect(Collectors.toList());
    }
  }
}
