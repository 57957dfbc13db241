package org.dvrsim.fuzz;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells how unmodified agents get on with a sequence that fails when they have a bug. */
@FunctionalInterface
interface Reference {
  /**
   * Returns how they fail, if they do.
   *
   * @param closely whether hosts are looked at closely after the last step
   */
  Optional<Failure> play(Draft draft, Checks checks, boolean closely);

  /** Plays each sequence whenever it is asked for. */
  Reference ANEW =
      (draft, checks, closely) -> {
        Replay replay = new Replay(draft);
        return closely ? replay.play(checks) : replay.playSteps(checks);
      };

  /**
   * Returns one that several hunts may ask at the same time and that remembers its answers: most
   * sequences that fail do so because of a defect of the unmodified agent, in the same way for
   * every bug that is hunted.
   */
  static Reference remembering() {
    record Asked(Draft draft, Checks checks, boolean closely) {}
    Map<Asked, Optional<Failure>> answers = new ConcurrentHashMap<>();
    return (draft, checks, closely) ->
        answers.computeIfAbsent(
            new Asked(draft, checks, closely), asked -> ANEW.play(draft, checks, closely));
  }
}
