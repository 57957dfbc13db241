package org.dvrsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.fuzz.Checks;
import org.dvrsim.fuzz.Found;
import org.dvrsim.fuzz.Replay;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.invariant.TrafficInvariant;
import org.dvrsim.invariant.TrafficInvariants;
import org.dvrsim.invariant.Violation;
import org.dvrsim.view.WorkersText;

/**
 * Tells a person of a failing sequence: what is violated, the steps, and which workers collided.
 */
final class FoundText {
  private static final int VIOLATIONS = 3;

  private FoundText() {}

  static List<String> lines(Found small, Checks checks) {
    Replay replay = new Replay(small.draft());
    replay.play(checks);
    UnaryOperator<String> naming = text -> replay.cluster().names().toPeople(text);
    List<String> lines = new ArrayList<>();
    List<Violation> violations = small.failure().violations();
    for (Violation violation : violations.subList(0, Math.min(VIOLATIONS, violations.size()))) {
      naming.apply(violation.toString()).lines().forEach(lines::add);
    }
    lines.add(consequence(small.failure().invariant()));
    small.draft().actions().forEach(action -> lines.add("  - " + action.describe()));
    if (small.failure().atTheEnd()) {
      lines.add("  and then the probes of the host");
    }
    for (ComputeHost host : replay.cluster().hosts()) {
      host.lastTeam()
          .ifPresent(
              team -> {
                List<String> columns = WorkersText.of(team, naming);
                if (!columns.isEmpty()) {
                  lines.add("  the workers of " + host.name() + ", side by side:");
                }
                columns.forEach(line -> lines.add("    " + line));
              });
    }
    return lines;
  }

  private static String consequence(String invariant) {
    return Invariants.find(invariant)
        .map(Invariant::consequence)
        .or(() -> TrafficInvariants.find(invariant).map(TrafficInvariant::consequence))
        .orElseThrow();
  }
}
