package org.dvrsim.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dvrsim.fuzz.Aftermath;
import org.dvrsim.fuzz.Distinct;
import org.dvrsim.view.Quantity;

/** Tells a person which failures are the aftermath of known ones, and of which. */
final class AftermathText {
  private AftermathText() {}

  /**
   * Returns lines about {@code kinds}.
   *
   * @param known the shapes of known failures, with the scenarios that show each
   */
  static List<String> lines(List<Distinct.Kind> kinds, Map<String, Set<String>> known) {
    List<String> lines = new ArrayList<>();
    if (!kinds.isEmpty()) {
      lines.add(
          Quantity.of(kinds.size(), "kind")
              + " more, which a known failure leads to: without the damage it did, nothing fails");
    }
    for (Distinct.Kind kind : kinds) {
      lines.add("  " + KindText.line(kind));
      kind.aftermath().ifPresent(aftermath -> lines.add("    " + cause(aftermath, known)));
    }
    return lines;
  }

  private static String cause(Aftermath aftermath, Map<String, Set<String>> known) {
    String when = aftermath.step() == 0 ? "the start of the agents" : "step " + aftermath.step();
    return "the damage is there after %s, as in %s"
        .formatted(when, scenario(aftermath.known(), known));
  }

  /** Returns the scenario that shows most of {@code shapes}. */
  private static String scenario(Set<String> shapes, Map<String, Set<String>> known) {
    Map<String, Integer> shown = new LinkedHashMap<>();
    for (String shape : shapes) {
      known.getOrDefault(shape, Set.of()).forEach(file -> shown.merge(file, 1, Integer::sum));
    }
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> each : shown.entrySet()) {
      if (each.getValue() > most) {
        most = each.getValue();
        best = each.getKey();
      }
    }
    return most == shapes.size() ? best : best + " and others";
  }
}
