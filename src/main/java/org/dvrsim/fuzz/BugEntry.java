package org.dvrsim.fuzz;

import java.util.Objects;
import java.util.Optional;

/**
 * A defect of some Neutron release.
 *
 * @param fixed commit and date of the repair, or that there is none
 * @param release the first release with the repair; empty if there is none
 * @param where classes and methods, as Neutron names them today
 * @param before what the code did
 * @param after what it does since, or what a repair would do
 * @param symptom what one sees of it
 * @param notModelled why it can't be switched on; empty if it can, or could
 */
public record BugEntry(
    String id,
    String title,
    String fixed,
    Optional<String> release,
    String where,
    String before,
    String after,
    String symptom,
    Optional<String> notModelled) {
  /** Checks that all is given. */
  public BugEntry {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(fixed);
    Objects.requireNonNull(release);
    Objects.requireNonNull(where);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    Objects.requireNonNull(symptom);
    Objects.requireNonNull(notModelled);
  }
}
