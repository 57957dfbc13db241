package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares with what Python told, from golden/agent/ndiff.txt. */
class NdiffTest {
  @Test
  void compare_capturedLists_tellsAsPythonDoes() {
    List<Golden> cases = Golden.read("ndiff.txt");
    assertEquals(240, cases.size());
    for (Golden each : cases) {
      StringBuilder marks = new StringBuilder();
      for (Ndiff.Step step : Ndiff.compare(each.before(), each.after())) {
        marks.append(
            switch (step.kind()) {
              case KEEP -> ' ';
              case DELETE -> '-';
              case INSERT -> '+';
            });
      }
      assertEquals(
          each.expected().get(0),
          marks.toString(),
          () -> String.join("\n", each.before()) + "\n->\n" + String.join("\n", each.after()));
    }
  }
}
