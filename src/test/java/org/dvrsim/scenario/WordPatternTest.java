package org.dvrsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPatternTest {
  @ParameterizedTest
  @CsvSource({
    "from 10.0.0.10 lookup 16, 57481:\tfrom 10.0.0.10 lookup 16, true",
    "from lookup, 57481:\tfrom 10.0.0.10 lookup 16, true",
    "lookup from, 57481:\tfrom 10.0.0.10 lookup 16, false",
    "from 10.0.0.1, 57481:\tfrom 10.0.0.10 lookup 16, false",
    "from 10.0.0.1*, 57481:\tfrom 10.0.0.10 lookup 16, true",
    "*0.10 16, 57481:\tfrom 10.0.0.10 lookup 16, true",
    "a*b*c, axxbyyc, true",
    "a*b*c, axxbyy, false",
  })
  void matches_wordsInOrder(String pattern, String line, boolean expected) {
    assertEquals(expected, new WordPattern(pattern).matches(line));
  }
}
