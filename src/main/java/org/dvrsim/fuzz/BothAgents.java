package org.dvrsim.fuzz;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.invariant.Violation;

/**
 * Plays one sequence to agents with a known bug and to unmodified ones, and tells what the bug
 * alone does wrong.
 *
 * <p>The unmodified agent has defects of its own. What both do wrong does not count, and so doesn't
 * what the unmodified one does later than the other.
 */
final class BothAgents {
  /** How many defects of the unmodified agent may be in the way in one sequence. */
  private static final int IN_THE_WAY = 4;

  private final Checks withBug;
  private final Checks without;
  private final Reference reference;

  /** Compares agents; {@code reference} tells what those do that are checked by {@code without}. */
  BothAgents(Checks withBug, Checks without, Reference reference) {
    this.withBug = withBug;
    this.without = without;
    this.reference = reference;
  }

  /**
   * What the bug alone does wrong.
   *
   * @param draft the sequence up to there
   * @param failure what is wrong with the bug, what is also wrong without included
   * @param invariant the first that only the agent with the bug violates
   * @param isClean whether the unmodified agent does nothing wrong up to there
   */
  record Difference(Draft draft, Failure failure, String invariant, boolean isClean) {}

  /** Somebody who can play one and the same sequence again and again. */
  @FunctionalInterface
  interface Player {
    /** Plays it, and returns what was played up to the failure, if there is one. */
    Optional<Played> play(Checks checks);
  }

  /** A sequence and how it failed. */
  record Played(Draft draft, Failure failure) {}

  /** Returns what the bug alone does wrong in a sequence; empty if nothing. */
  Optional<Difference> difference(Player player) {
    Set<String> known = new LinkedHashSet<>();
    for (int i = 0; i <= IN_THE_WAY; i++) {
      Optional<Played> played = player.play(withBug.tolerating(known));
      if (played.isEmpty()) {
        return Optional.empty();
      }
      Optional<Failure> reference = reference(played.get(), known);
      if (reference.isEmpty() || isSameMoment(reference.get(), played.get().failure())) {
        Optional<Difference> found = compare(played.get(), reference, known);
        if (found.isPresent()) {
          return found;
        }
      }
      reference.ifPresent(failure -> failure.violations().forEach(v -> known.addAll(Shape.of(v))));
      if (reference.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns how a sequence that fails with the bug fails without, up to the same moment. */
  private Optional<Failure> reference(Played played, Set<String> known) {
    return reference.play(played.draft(), without.tolerating(known), played.failure().atTheEnd());
  }

  private static boolean isSameMoment(Failure one, Failure other) {
    return one.step() == other.step()
        && one.atTheEnd() == other.atTheEnd()
        && one.host().equals(other.host());
  }

  private static Optional<Difference> compare(
      Played played, Optional<Failure> reference, Set<String> known) {
    List<String> alsoWithout =
        reference.stream()
            .flatMap(failure -> failure.violations().stream())
            .map(Violation::invariant)
            .toList();
    for (Violation violation : played.failure().violations()) {
      String name = violation.invariant();
      if (!alsoWithout.contains(name)
          && known.stream().noneMatch(shape -> shape.startsWith(name + " in "))) {
        boolean clean = reference.isEmpty() && known.isEmpty();
        return Optional.of(new Difference(played.draft(), played.failure(), name, clean));
      }
    }
    return Optional.empty();
  }
}
