package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance, for those who write scripts at random. */
final class Draw {
  private final Random random;

  Draw(Random random) {
    this.random = random;
  }

  /** Returns one of {@code choices}. */
  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Returns one of {@code choices}. */
  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Tells whether something that happens so often, of a hundred times, happens. */
  boolean percent(int often) {
    return random.nextInt(100) < often;
  }

  /** Returns a number from {@code low} to {@code high}, both included. */
  int number(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** Returns {@code text} so often, of a hundred times, else nothing. */
  String maybe(int often, String text) {
    return percent(often) ? text : "";
  }

  /** Returns {@code words} in some order, those that are empty left out, with blanks between. */
  String shuffled(List<String> words) {
    List<String> left = new ArrayList<>(words);
    left.removeIf(String::isEmpty);
    Collections.shuffle(left, random);
    return String.join(" ", left);
  }
}
