package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;

/** Whatever happens, in whatever order, some things hold. */
final class SequenceProperties {
  private static final Checks ALL = Checks.of(Invariants.all());

  /** All invariants, but for what the defects of 2025.1 lead to that have scenarios. */
  private static final Checks BUT_KNOWN =
      ALL.tolerating(
          KnownFailures.of(scenarios("scenarios", "scenarios/neutron-2025.1"), ALL.agent())
              .keySet());

  private static List<Scenario> scenarios(String... folders) {
    List<Scenario> scenarios = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files
            .filter(Files::isRegularFile)
            .sorted()
            .forEach(file -> scenarios.add(ScenarioFile.reader().read(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return scenarios;
  }

  /** What fails is made small, and is then no news: it follows from a defect that is known. */
  @Property(tries = 100)
  void sequence_withWhateverGoesWrong_breaksWhatDefectsAreKnownToBreak(
      @ForAll @IntRange(max = 99) int number) {
    long seed = number < 50 ? 14 : 15;
    for (Profile profile : List.of(Profile.FAULTS, Profile.RESTARTS, Profile.WORKERS)) {
      Sequence sequence = new Sequence(seed, number % 50, profile);
      Optional<Found> found =
          sequence
              .play(BUT_KNOWN)
              .map(failure -> new Found(number % 50, sequence.draft(), failure));
      assertEquals(
          Optional.empty(),
          found.flatMap(new Distinct(BUT_KNOWN)::add).map(SequenceProperties::describe),
          () -> "dvrsim fuzz --seed " + seed + " --profile " + profile.name());
    }
  }

  private static String describe(Distinct.Kind kind) {
    Found small = kind.small();
    return small.failure().invariant() + ": " + small.draft().actions();
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
