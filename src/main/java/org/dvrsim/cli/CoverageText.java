package org.dvrsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.dvrsim.fuzz.Coverage;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.Invariants;

/** Says where the sequences of a campaign have been. */
final class CoverageText {
  private CoverageText() {}

  static List<String> lines(Coverage coverage) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("ops of agent methods, by outcome (of every sixteenth sequence):");
    coverage
        .methods()
        .forEach(
            (method, outcomes) ->
                lines.add("  " + (method.isEmpty() ? "(other)" : method) + ": " + of(outcomes)));
    List<String> safe = new ArrayList<>();
    for (Invariant invariant : Invariants.all()) {
      if (!coverage.inDanger().contains(invariant.name())) {
        safe.add(invariant.name());
      }
    }
    lines.add("invariants in danger: " + String.join(", ", coverage.inDanger()));
    lines.add("invariants never in danger: " + String.join(", ", safe));
    lines.add("what went wrong on purpose: " + of(coverage.happened()));
    return lines;
  }

  private static String of(Map<String, Long> counts) {
    StringJoiner text = new StringJoiner(", ");
    counts.forEach((what, count) -> text.add(what + " " + count));
    return text.toString();
  }
}
