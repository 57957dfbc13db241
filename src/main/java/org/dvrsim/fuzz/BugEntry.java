package org.dvrsim.fuzz;

import java.util.List;
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
 * @param notModelled why it can't be switched on; empty if it can, or needs not
 * @param today what is true of it in the agent of 26.0.3, where that takes words
 * @param shownBy the scenarios in which the agent of 26.0.3 has it as it is
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
    Optional<String> notModelled,
    Optional<String> today,
    List<String> shownBy) {
  /** Checks that all is given and copies the list. */
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
    Objects.requireNonNull(today);
    shownBy = List.copyOf(shownBy);
  }
}
