package org.dvrsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A story: what exists, and what happens then.
 *
 * @param file where it was read; empty if it was not read from a file
 * @param about what the story teaches, for people; may be empty text
 * @param withBug what the story shows of a known bug; empty if it is not about one
 * @param atStart how the start of the agents is looked at
 */
public record Scenario(
    Optional<String> file,
    String title,
    String about,
    Optional<WithBug> withBug,
    CloudSpec cloud,
    AtStart atStart,
    List<Step> steps) {
  /** Checks that all is given and copies the list. */
  public Scenario {
    Objects.requireNonNull(file);
    Objects.requireNonNull(title);
    Objects.requireNonNull(about);
    Objects.requireNonNull(withBug);
    Objects.requireNonNull(cloud);
    Objects.requireNonNull(atStart);
    steps = List.copyOf(steps);
  }

  /** Builds a story that is not about a known bug, and in which the agents start as usual. */
  public Scenario(
      Optional<String> file, String title, String about, CloudSpec cloud, List<Step> steps) {
    this(file, title, about, Optional.empty(), cloud, AtStart.USUAL, steps);
  }

  /** Returns the story under another title. */
  Scenario titled(String other) {
    return new Scenario(file, other, about, withBug, cloud, atStart, steps);
  }

  /** Returns the story with {@code expected} of a step besides what is; 0 is the agents' start. */
  Scenario expecting(int step, List<ExpectedViolation> expected) {
    if (step == 0) {
      AtStart more =
          new AtStart(atStart.probes(), concatenated(atStart.expectedViolations(), expected));
      return new Scenario(file, title, about, withBug, cloud, more, steps);
    }
    List<Step> more = new ArrayList<>(steps);
    Step old = more.get(step - 1);
    more.set(
        step - 1,
        new Step(
            old.place(),
            old.action(),
            old.refused(),
            concatenated(old.expectedViolations(), expected),
            old.note()));
    return new Scenario(file, title, about, withBug, cloud, atStart, more);
  }

  private static List<ExpectedViolation> concatenated(
      List<ExpectedViolation> some, List<ExpectedViolation> others) {
    List<ExpectedViolation> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
