package org.dvrsim.invariant;

import java.util.List;
import java.util.Objects;
import org.dvrsim.net.NetnsName;

/**
 * A case of an invariant that does not hold.
 *
 * @param invariant the invariant's name
 * @param netns the namespace it was seen in; {@link NetnsName#ROOT} if in none
 * @param objects the offending objects as a person would type them, such as {@code qr-1d2c3b4a-5e},
 *     most important first; machine readable, ids in full
 * @param detail one sentence that says what is wrong with them
 */
public record Violation(String invariant, NetnsName netns, List<String> objects, String detail) {
  /** Checks that all is given and copies the list. */
  public Violation {
    Objects.requireNonNull(invariant);
    Objects.requireNonNull(netns);
    objects = List.copyOf(objects);
    Objects.requireNonNull(detail);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Violation that
        && detail.equals(that.detail)
        && netns.equals(that.netns)
        && invariant.equals(that.invariant)
        && objects.equals(that.objects);
  }

  /** Returns the hash of what differs most. */
  @Override
  public int hashCode() {
    return detail.hashCode();
  }

  /** Returns it as one line. */
  @Override
  public String toString() {
    return invariant + (netns.equals(NetnsName.ROOT) ? "" : " in " + netns) + ": " + detail;
  }
}
