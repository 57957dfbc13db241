package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.invariant.Violation;

/** Whatever happens, in whatever order, some things hold. */
final class SequenceProperties {
  private static final Checks ALL = Checks.of(Invariants.all());

  /**
   * What 2025.1 is known to break, by defects that have scenarios; the rest holds whatever happens.
   */
  private static final Set<String> HOLD =
      Set.of(
          "unpaired-veth",
          "duplicate-priority",
          "duplicate-rule",
          "dead-chain",
          "route-without-device",
          "missing-notrack");

  @Property(tries = 60, seed = "7")
  void sequence_withFaultsAndWorkers_keepsWhatNoDefectBreaks(
      @ForAll @IntRange(max = 100_000) int number) {
    for (Profile profile : List.of(Profile.FAULTS, Profile.RESTARTS, Profile.WORKERS)) {
      Sequence sequence = new Sequence(11, number, profile);
      Optional<Failure> failure = sequence.play(ALL);
      for (Violation violation : failure.map(Failure::violations).orElse(List.of())) {
        assertTrue(
            !HOLD.contains(violation.invariant()), () -> violation + "\n" + sequence.draft());
      }
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
