package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

/** What a scenario of a known failure violates is not reported again. */
final class KnownFailuresTest {
  private static Scenario scenario(String name) {
    return ScenarioFile.reader().read(Path.of("scenarios", "neutron-2025.1", name + ".yaml"));
  }

  @Test
  void known_coversWhatAProbeWouldFind() {
    Set<String> known =
        KnownFailures.of(List.of(scenario("fip-default-route-left")), AgentParts.ofNeutron2025())
            .keySet();
    assertTrue(
        known.stream().anyMatch(shape -> shape.startsWith("converges-to-fresh-state")),
        known::toString);
  }

  @Test
  void known_ofAScenarioThatExpectsNothing_isNothing() {
    Set<String> known =
        KnownFailures.of(List.of(scenario("metadata-drop-wiped")), AgentParts.ofNeutron2025())
            .keySet();
    assertEquals(Set.of(), known);
  }

  @Test
  void knownFailure_playedAgain_isNotReported() {
    Scenario scenario = scenario("pairs-overwritten");
    Checks checks =
        Checks.of(Invariants.all())
            .tolerating(KnownFailures.of(List.of(scenario), AgentParts.ofNeutron2025()).keySet());
    Draft draft = new Draft(scenario.cloud(), KnownFailures.actions(scenario.steps()));
    assertEquals(Optional.empty(), new Replay(draft).play(checks));
    assertTrue(new Replay(draft).play(Checks.of(Invariants.all())).isPresent());
  }

  /** The restart that shows the damage is the next step of the scenario. */
  @Test
  void known_coversWhatTheHealingRestartDoes_beforeTheFirstStepThatFails() {
    Scenario scenario = scenario("snat-moved-while-down-with-routes");
    Checks checks =
        Checks.of(Invariants.all())
            .tolerating(KnownFailures.of(List.of(scenario), AgentParts.ofNeutron2025()).keySet());
    Draft draft =
        new Draft(scenario.cloud(), KnownFailures.actions(scenario.steps()).subList(0, 3));
    assertEquals(Optional.empty(), new Replay(draft).play(checks));
    assertTrue(new Replay(draft).play(Checks.of(Invariants.all())).isPresent());
  }
}
