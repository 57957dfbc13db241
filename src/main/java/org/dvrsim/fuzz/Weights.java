package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Things to draw, each with a number that says how often in relation to the others. */
final class Weights<T> {
  private final List<T> things = new ArrayList<>();
  private final List<Integer> weights = new ArrayList<>();
  private int total;

  /** Adds a thing, and returns this. */
  Weights<T> with(int weight, T thing) {
    things.add(thing);
    weights.add(weight);
    total += weight;
    return this;
  }

  /** Draws a thing. */
  T draw(Chance chance) {
    int at = chance.below(total);
    for (int i = 0; i < things.size(); i++) {
      at -= weights.get(i);
      if (at < 0) {
        return things.get(i);
      }
    }
    throw new IllegalStateException();
  }

  /**
   * Returns the same things with a mind of their own: some are left out, some are drawn far more
   * often. What needs much of one thing, or none of another, comes about so, where each sequence
   * that has a little of everything looks like the next (Groce and others: Swarm Testing, 2012).
   */
  Weights<T> swarm(Chance chance) {
    Weights<T> swarm = new Weights<>();
    for (int i = 0; i < things.size(); i++) {
      switch (chance.below(4)) {
        case 0 -> {}
        case 1 -> swarm.with(5 * weights.get(i), things.get(i));
        default -> swarm.with(weights.get(i), things.get(i));
      }
    }
    return swarm.total == 0 ? this : swarm;
  }
}
