package org.dvrsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.invariant.TrafficInvariants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fuzz} and {@code explore} tell people; never how long anything took. */
class FuzzCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private int fuzz(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "fuzz";
    arguments[1] = "--out";
    arguments[2] = folder.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return run(arguments);
  }

  @Test
  void fuzz_firstFailure_isShownWithTheWayToMore() {
    assertEquals(1, fuzz("--count", "1"));
    String text = out.toString();
    assertTrue(text.startsWith("violated "), text);
    assertTrue(text.contains("  again: dvrsim run " + folder), text);
    assertTrue(text.contains("\nseed 1, profile mixed: 64 sequences, "), text);
    assertTrue(text.contains(", stopped at the first failure; --keep-going collects"), text);
    assertTrue(text.contains("\n--known scenarios leaves out what"), text);
    String file = text.substring(text.indexOf(folder.toString())).lines().findFirst().get();
    assertEquals(0, run("run", file));
  }

  @Test
  void fuzz_keepGoing_listsTheKindsOfFailure() {
    assertEquals(1, fuzz("--count", "1", "--keep-going", "--profile", "faults"));
    String text = out.toString();
    assertTrue(text.contains(" kinds of failure\n  "), text);
    assertTrue(text.matches("(?s).*\n  [0-9]+ times? [a-z-]+: [a-z].*"), text);
    assertFalse(text.contains("stopped at the first"), text);
  }

  @Test
  void fuzz_withTime_saysNothingThatDependsOnTheMachine() {
    List<String> all = new ArrayList<>();
    Invariants.all().forEach(invariant -> all.add(invariant.name()));
    TrafficInvariants.all().forEach(invariant -> all.add(invariant.name()));
    assertEquals(0, fuzz("--for", "1s", "--tolerate", String.join(",", all)));
    assertEquals("seed 1, profile mixed: nothing is violated\n", out.toString());
    assertTrue(err.toString().endsWith("; done\n"), err.toString());
  }

  /** A moved gateway fails, as is known; later somebody else's gateway is cleared. */
  @Test
  void explore_whatAKnownFailureLeadsTo_isToldApart() throws IOException {
    Path file = folder.resolve("after-a-move.yaml");
    Files.writeString(
        file,
        """
        scenario: two gateways
        hosts: {h2: dvr_snat}
        networks:
          public: {external: true, subnets: {public-v4: 203.0.113.0/24}}
          partner: {external: true, subnets: {partner-v4: 198.51.100.0/24}}
        routers: {r2: {}, r3: {gateway: public}}
        steps:
          - set-gateway: {router: r2, network: public}
          - set-gateway: {router: r2, network: partner}
          - clear-gateway: r3
        """);
    run(
        "explore",
        "--only",
        "faults",
        "--known",
        "scenarios/neutron-2025.1",
        "--out",
        folder.toString(),
        file.toString());
    String text = out.toString();
    assertTrue(text.contains(" more, which a known failure leads to: without the damage"), text);
    assertTrue(text.contains("    the damage is there after step 2, as in scenarios/"), text);
  }

  @Test
  void explore_eachPart_saysWhatItTriedAndWhatNot() {
    run(
        "explore",
        "--only",
        "faults",
        "--out",
        folder.toString(),
        "scenarios/07-router-deleted.yaml");
    String text = out.toString();
    assertTrue(text.contains(" covered; "), text);
    assertTrue(text.contains("  tried: op-fails on "), text);
    assertTrue(text.contains(" points\n"), text);
    assertTrue(text.contains("  not covered: two faults in one event"), text);
  }
}
