package org.dvrsim.agent;

import java.util.Objects;

/**
 * One kind of part of an agent: how it is made.
 *
 * @param <F> what makes it
 */
final class Part<F> {
  private final String name;
  private F maker;
  private boolean replaced;

  /** A part called {@code name}, made as in Neutron 26.0.3. */
  Part(String name, F maker) {
    this.name = name;
    this.maker = Objects.requireNonNull(maker);
  }

  F maker() {
    return maker;
  }

  /**
   * Has the part made otherwise.
   *
   * @throws IllegalArgumentException if that was done before
   */
  void become(F other) {
    if (replaced) {
      throw new IllegalArgumentException("both change the agent's " + name);
    }
    maker = Objects.requireNonNull(other);
    replaced = true;
  }
}
