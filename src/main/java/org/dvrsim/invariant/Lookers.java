package org.dvrsim.invariant;

/**
 * Which invariants look at what, of which there are a few kinds. Sets of invariants are bits, and
 * so are sets of what they look at: the lowest is the first's.
 */
final class Lookers {
  private final long[] byBit = new long[Integer.SIZE];

  /** Takes note that {@code invariants} look at each of {@code things}. */
  void add(long invariants, int things) {
    for (int rest = things; rest != 0; rest &= rest - 1) {
      byBit[Integer.numberOfTrailingZeros(rest)] |= invariants;
    }
  }

  /** Returns which look at any of {@code things}. */
  long at(int things) {
    long looking = 0;
    for (int rest = things; rest != 0; rest &= rest - 1) {
      looking |= byBit[Integer.numberOfTrailingZeros(rest)];
    }
    return looking;
  }
}
