package org.dvrsim.view;

/** A number of things in words. */
public final class Quantity {
  private Quantity() {}

  /** Returns {@code 1 step} or {@code 2 steps}. */
  public static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
