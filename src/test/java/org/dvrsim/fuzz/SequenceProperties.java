package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;

/** Whatever happens, in whatever order, some things hold. */
final class SequenceProperties {
  private static final Checks ALL = Checks.of(Invariants.all());

  /** All invariants, but for what the defects of 2025.1 lead to that have scenarios. */
  private static final Checks BUT_KNOWN =
      ALL.tolerating(
          KnownFailures.of(
                  scenarios(Path.of("scenarios", "neutron-2025.1")), AgentParts.ofNeutron2025())
              .keySet());

  private static List<Scenario> scenarios(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Scenario> scenarios = new ArrayList<>();
      files.sorted().forEach(file -> scenarios.add(ScenarioFile.reader().read(file)));
      return scenarios;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What goes wrong after a known defect has shown doesn't count: two of them in one sequence lead
   * to what neither leads to alone.
   */
  @Property(tries = 100)
  void sequence_withWhateverGoesWrong_breaksWhatDefectsAreKnownToBreak(
      @ForAll @IntRange(max = 99) int number) {
    long seed = number < 50 ? 14 : 15;
    for (Profile profile : List.of(Profile.FAULTS, Profile.RESTARTS, Profile.WORKERS)) {
      Sequence sequence = new Sequence(seed, number % 50, profile);
      Optional<Failure> failure = sequence.play(BUT_KNOWN);
      assertEquals(
          Optional.empty(),
          failure.filter(failed -> !sequence.metKnown()),
          () ->
              "dvrsim fuzz --seed "
                  + seed
                  + " --profile "
                  + profile.name()
                  + ": "
                  + sequence.draft());
    }
  }

  @Property(tries = 20, seed = "8")
  void sequence_playedAgain_isTheSame(@ForAll @IntRange(max = 100_000) int number) {
    Sequence sequence = new Sequence(12, number, Profile.MIXED);
    Optional<Failure> failure = sequence.play(ALL);
    Replay replay = new Replay(sequence.draft());
    assertEquals(failure, replay.play(ALL));
    assertEquals(sequence.draft(), replay.performed());
  }
}
