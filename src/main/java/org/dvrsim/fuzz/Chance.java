package org.dvrsim.fuzz;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.SimRandom;

/** Draws from what there is. */
final class Chance {
  private final SimRandom random;

  Chance(SimRandom random) {
    this.random = random;
  }

  /** Returns true in {@code numerator} of {@code denominator} cases. */
  boolean of(int numerator, int denominator) {
    return random.chance(numerator, denominator);
  }

  /** Returns true in so many of a thousand cases. */
  boolean perMille(int many) {
    return random.nextInt(1000) < many;
  }

  /** Returns a number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Returns a number from 1 to {@code most}, small ones more often. */
  int small(int most) {
    return 1 + random.nextInt(1 + random.nextInt(most));
  }

  /** Returns one of {@code all}; empty if there is none. */
  <T> Optional<T> pick(Collection<T> all) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int index = random.nextInt(all.size());
    for (T one : all) {
      if (index-- == 0) {
        return Optional.of(one);
      }
    }
    throw new IllegalStateException();
  }

  /** Returns one of {@code all}, of which there must be one. */
  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
