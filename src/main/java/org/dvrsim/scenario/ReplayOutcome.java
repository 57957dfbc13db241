package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * What came of playing a recording.
 *
 * @param document the recording with what the simulator did in place of the real agent's answers
 * @param events how many events were played
 * @param compared whether the recording held answers to compare with
 * @param differences where they differ, in order of event and component
 */
public record ReplayOutcome(
    ObjectNode document, int events, boolean compared, List<Difference> differences) {
  /** Copies the differences. */
  public ReplayOutcome {
    Objects.requireNonNull(document);
    differences = List.copyOf(differences);
  }

  /** Tells whether nothing differs. */
  public boolean isEqual() {
    return differences.isEmpty();
  }

  /**
   * A component that differs after an event.
   *
   * @param event its place in the sequence, from 0
   * @param kind the event's kind
   * @param component such as {@code routes4} or {@code ops}
   * @param lines how they differ
   */
  public record Difference(int event, String kind, String component, List<String> lines) {
    /** Copies the lines. */
    public Difference {
      lines = List.copyOf(lines);
    }
  }
}
