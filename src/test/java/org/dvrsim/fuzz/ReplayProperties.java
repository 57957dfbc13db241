package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.dvrsim.invariant.Invariants;

/** A sequence played again from its draft is the same sequence. */
class ReplayProperties {
  private static final Checks CHECKS = Checks.of(Invariants.all());

  /**
   * What was refused when the sequence was drawn is not in the draft: it must have done nothing.
   */
  @Property(tries = 150)
  void draft_playedAgain_endsInTheSameState(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll("profiles") Profile profile) {
    Sequence first = new Sequence(seed, 0, profile);
    Optional<Failure> failure = first.play(CHECKS);
    Replay again = new Replay(first.draft());
    Optional<Failure> failureAgain = again.play(CHECKS);
    assertEquals(failure, failureAgain);
    assertEquals(first.draft(), again.performed());
    assertEquals(StateKey.of(first.cluster()), StateKey.of(again.cluster()));
  }

  @Provide
  Arbitrary<Profile> profiles() {
    return Arbitraries.of(
        Profile.CALM, Profile.RESTARTS, Profile.FAULTS, Profile.RETRIES, Profile.WORKERS);
  }
}
