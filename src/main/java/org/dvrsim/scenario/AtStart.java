package org.dvrsim.scenario;

import java.util.List;
import java.util.Objects;
import org.dvrsim.cluster.Probes;

/**
 * How the start of the agents is looked at, which comes before the first step.
 *
 * @param probes how closely the hosts are looked at after it, and after every step until one says
 *     otherwise
 * @param expectedViolations what it is known to break
 */
public record AtStart(Probes probes, List<ExpectedViolation> expectedViolations) {
  /** Hosts are looked at as they are if nothing else is said, and all is to be well. */
  public static final AtStart USUAL = new AtStart(Probes.REPEAT_AND_RESYNC, List.of());

  /** Hosts are looked at no closer than need be, and all is to be well. */
  public static final AtStart UNPROBED = new AtStart(Probes.NONE, List.of());

  /** Checks that all is given and copies the list. */
  public AtStart {
    Objects.requireNonNull(probes);
    expectedViolations = List.copyOf(expectedViolations);
  }
}
