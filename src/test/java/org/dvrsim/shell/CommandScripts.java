package org.dvrsim.shell;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Draws scripts of every family. */
final class CommandScripts {
  private static final String FAMILY = System.getProperty("dvrsim.linux.family", "");

  private CommandScripts() {}

  /** Returns lists of {@code size} scripts, each a list of commands. */
  static Arbitrary<List<List<String>>> batches(int size) {
    return Arbitraries.randomValue(CommandScripts::script).list().ofSize(size);
  }

  /** Returns a script. */
  static List<String> script(Random random) {
    Draw draw = new Draw(random);
    int kind = draw.number(0, 99);
    String family =
        !FAMILY.isEmpty()
            ? FAMILY
            : kind < 20
                ? "rules"
                : kind < 42
                    ? "routes"
                    : kind < 55 ? "routes6" : kind < 65 ? "iptables" : further(kind);
    List<String> script =
        switch (family) {
          case "rules" -> RuleScripts.script(draw);
          case "routes" -> RouteScripts.script(draw, false);
          case "routes6" -> RouteScripts.script(draw, true);
          case "iptables" -> IptablesScripts.script(draw);
          case "packets" -> PacketScripts.script(draw);
          case "monitor" -> MonitorScripts.script(draw);
          case "remix" -> RemixScripts.script(draw);
          default -> MixedScripts.script(draw);
        };
    return script.stream()
        .map(line -> line.contains("\n") ? line : line.replaceAll(" +", " ").strip())
        .toList();
  }

  private static String further(int kind) {
    return kind < 74 ? "packets" : kind < 88 ? "remix" : kind < 94 ? "monitor" : "mixed";
  }
}
