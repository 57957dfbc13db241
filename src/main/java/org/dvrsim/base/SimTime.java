package org.dvrsim.base;

/** A moment of virtual time: nanoseconds since the simulation began. */
public record SimTime(long nanos) implements Comparable<SimTime> {
  /** The beginning of the simulation. */
  public static final SimTime START = new SimTime(0);

  /** Checks that time is not negative. */
  public SimTime {
    if (nanos < 0) {
      throw new IllegalArgumentException("negative time: " + nanos);
    }
  }

  /** Returns the moment {@code seconds} after this one. */
  public SimTime plusSeconds(long seconds) {
    return plusNanos(Math.multiplyExact(seconds, 1_000_000_000L));
  }

  /** Returns the moment {@code millis} milliseconds after this one. */
  public SimTime plusMillis(long millis) {
    return plusNanos(Math.multiplyExact(millis, 1_000_000L));
  }

  /** Returns the moment {@code nanos} nanoseconds after this one. */
  public SimTime plusNanos(long nanos) {
    return new SimTime(Math.addExact(this.nanos, nanos));
  }

  @Override
  public int compareTo(SimTime other) {
    return Long.compare(nanos, other.nanos);
  }

  @Override
  public String toString() {
    return nanos / 1_000_000_000L + "." + String.format("%09d", nanos % 1_000_000_000L) + "s";
  }
}
