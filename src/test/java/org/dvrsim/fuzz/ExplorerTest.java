package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.ops.Switching;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.CloudSpec;
import org.dvrsim.scenario.FaultAction;
import org.dvrsim.scenario.FloatingIpActions;
import org.dvrsim.scenario.HostActions;
import org.dvrsim.scenario.RouterActions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Explorations cover what they say, and say what they leave out. */
final class ExplorerTest {
  private static final Checks CHECKS = Checks.of(Invariants.all());
  private static final CloudSpec CLOUD = Alphabet.smallCloud(AgentMode.DVR);
  private static final Action ASSOCIATE =
      new FloatingIpActions.Associate("fip1", "vm1", Optional.empty());
  private static final Action RESTART = new HostActions.RestartAgent("h1");

  private final Crew crew = new Crew(2);
  private final Explorer explorer = new Explorer(CLOUD, List.of(), CHECKS, 500, crew);

  @AfterEach
  void close() {
    crew.close();
  }

  /** Returns all that an exploration says. */
  private static String text(Exploration exploration) {
    List<String> parts = new ArrayList<>();
    parts.add(exploration.what() + exploration.bounds() + exploration.goneOnFrom());
    parts.add(exploration.covered() + " " + exploration.refused() + " " + exploration.seenBefore());
    exploration.found().forEach(kind -> parts.add(kind.count() + " " + kind.small()));
    return String.join("\n", parts);
  }

  @Test
  void exploration_byMoreThreads_isTheSame() {
    List<String> texts = new ArrayList<>();
    for (int jobs : List.of(1, 3)) {
      try (Crew some = new Crew(jobs)) {
        Explorer each = new Explorer(CLOUD, List.of(), CHECKS, 70, some);
        texts.add(
            text(each.sequences(2, Alphabet.of(CLOUD)))
                + text(each.crashPoints(ASSOCIATE))
                + text(
                    each.interleavings(
                        "h1",
                        List.of(
                            new RouterActions.ClearGateway("r1"),
                            new RouterActions.SetGateway("r1", "public", List.of())),
                        1,
                        1,
                        Switching.GREENLETS)));
      }
    }
    assertEquals(texts.get(0), texts.get(1));
    assertTrue(texts.get(0).contains("missing-namespace"), texts.get(0));
  }

  @Test
  void sequences_thatLeadToTheSameState_areGoneOnFromOnce() {
    Exploration result = explorer.sequences(3, List.of(RESTART, new HostActions.Resync("h1")));
    // Neither changes anything but whether the agent has just started.
    assertEquals(6, result.covered());
    assertEquals(4, result.seenBefore());
    assertEquals(List.of(2, 0), result.goneOnFrom());
    assertTrue(result.found().isEmpty());
    assertTrue(
        result.bounds().contains("sequences of more than 3 steps, and other kinds of steps"));
  }

  @Test
  void crashPoints_ofAnAssociation_areAsManyAsItHasOpsAndWrites() {
    Exploration result = explorer.crashPoints(ASSOCIATE);
    assertTrue(result.covered() >= 5, () -> "only " + result.covered());
    assertTrue(result.found().isEmpty(), () -> "" + result.found().get(0).small());
  }

  @Test
  void faultPoints_thatAreHealed_leaveNothing() {
    Exploration result = explorer.faultPoints(ASSOCIATE);
    for (Distinct.Kind kind : result.found()) {
      Action last = kind.small().draft().actions().get(0);
      assertFalse(((FaultAction) last).fault().needsHealing(), () -> "" + kind.small());
    }
  }

  @Test
  void faultPoints_ofAnAssociation_sayHowManyOfEachKindWereTried() {
    List<String> tried = explorer.faultPoints(ASSOCIATE).tried();
    long ops = points("op-fails on h1", tried);
    assertTrue(ops > 3, tried::toString);
    // The last op has no next one, but fails all the same.
    assertEquals(ops, points("two-ops-fail on h1", tried));
    assertEquals(ops, points("op-retried on h1", tried));
    long onceOnly = points("op-already-done on h1", tried);
    assertTrue(0 < onceOnly && onceOnly < ops, tried::toString);
    assertEquals(
        points("server-call-fails on h1", tried), points("server-unreachable on h1", tried));
  }

  private static long points(String what, List<String> tried) {
    String beginning = what + ", at ";
    return tried.stream()
        .filter(line -> line.startsWith(beginning))
        .mapToLong(
            line -> Long.parseLong(line.substring(beginning.length(), line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void interleavings_ofTwoGateways_areMany() {
    Exploration result =
        explorer.interleavings(
            "h1",
            List.of(RESTART, new RouterActions.SetSnat("r1", false)),
            2,
            1,
            Switching.GREENLETS);
    assertTrue(result.covered() > 1);
  }

  @Test
  void exploration_tooLarge_saysWhereItEnds() {
    Exploration result =
        new Explorer(CLOUD, List.of(), CHECKS, 3, crew).sequences(2, Alphabet.of(CLOUD));
    assertEquals(3, result.plays());
    assertTrue(result.bounds().contains("all after the first 3 plays"));
  }
}
