package org.dvrsim.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A story: what exists, and what happens then.
 *
 * @param file where it was read; empty if it was not read from a file
 * @param about what the story teaches, for people; may be empty text
 * @param withBug what the story shows of a known bug; empty if it is not about one
 */
public record Scenario(
    Optional<String> file,
    String title,
    String about,
    Optional<WithBug> withBug,
    CloudSpec cloud,
    List<Step> steps) {
  /** Checks that all is given and copies the list. */
  public Scenario {
    Objects.requireNonNull(file);
    Objects.requireNonNull(title);
    Objects.requireNonNull(about);
    Objects.requireNonNull(withBug);
    Objects.requireNonNull(cloud);
    steps = List.copyOf(steps);
  }

  /** Builds a story that is not about a known bug. */
  public Scenario(
      Optional<String> file, String title, String about, CloudSpec cloud, List<Step> steps) {
    this(file, title, about, Optional.empty(), cloud, steps);
  }
}
