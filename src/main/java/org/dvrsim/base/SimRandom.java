package org.dvrsim.base;

/**
 * Seeded chance: a stream of numbers that is the same on every machine.
 *
 * <p>A stream is split with {@link #fork}, so that a new draw in one part of the simulator does not
 * shift the draws of another.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
 * Generators, 2014).
 */
public final class SimRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long state;

  /** Starts the stream of {@code seed}. */
  public SimRandom(long seed) {
    this.seed = seed;
    this.state = seed;
  }

  /**
   * Returns an independent stream, determined by this stream's seed and {@code name} alone, not by
   * what has been drawn so far.
   */
  public SimRandom fork(String name) {
    long h = seed;
    for (int i = 0; i < name.length(); i++) {
      h = mix(h + GOLDEN_GAMMA + name.charAt(i));
    }
    return new SimRandom(mix(h ^ GOLDEN_GAMMA));
  }

  /** Returns the next 64 bits. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Returns a number from 0 to {@code bound - 1}; {@code bound} is positive. */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive: " + bound);
    }
    return (int) Math.floorMod(nextLong() >>> 1, (long) bound);
  }

  /** Returns true with a chance of {@code numerator} in {@code denominator}. */
  public boolean chance(int numerator, int denominator) {
    return nextInt(denominator) < numerator;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
